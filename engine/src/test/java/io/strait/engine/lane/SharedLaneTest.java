package io.strait.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;
import io.strait.engine.command.Command;
import io.strait.engine.command.Completion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedLaneTest {
    private static final int CAPACITY = 4;
    private static final Chain CHAIN = Chain.of("0xab", 1);
    private static final Write<Void> WRITE = new DeleteTask("t1");

    private final List<String> taken = new ArrayList<>();
    private int wakeups;
    private final SharedLane lane = new SharedLane(CAPACITY, () -> wakeups++);
    private final LanePoller poller = lane.pollerTo(this::take);

    @Test
    void shouldHandOverInOrderWhatWasOffered() {
        Completion<Void> completion = new Completion<>(null, 1);
        assertEquals(Offer.ACCEPTED, lane.offer(WRITE, 5, completion));
        assertEquals(Offer.ACCEPTED, lane.offer(CHAIN, 7, 6, null));
        assertEquals(Offer.ACCEPTED, lane.offerBarrier(completion));
        assertEquals(3, lane.depth());
        assertEquals(3, wakeups);
        poller.poll();
        assertEquals(List.of("write 5 true", "block 7 6 false", "barrier true"), taken);
        assertEquals(0, lane.depth());
        assertTrue(lane.isEmpty());
        poller.poll();
        assertEquals(3, taken.size());
    }

    @Test
    void shouldTakeABlockUpdateApart() {
        lane.offer(new SetLastProcessedBlock(CHAIN, 7), 6, null);
        poller.poll();
        assertEquals(List.of("block 7 6 false"), taken);
    }

    @Test
    void shouldLetGoOfWhatItHandedOver() {
        lane.offer(WRITE, 5, new Completion<>(null, 1));
        List<Command> slots = new ArrayList<>();
        lane.pollerTo(slots::add).poll();
        assertTrue(slots.get(0).isBarrier());
        assertNull(slots.get(0).write());
        assertNull(slots.get(0).completion());
    }

    @Test
    void shouldSayWhenItIsFull() {
        for (int i = 0; i < CAPACITY; i++) {
            assertEquals(Offer.ACCEPTED, lane.offer(WRITE, i, null));
        }
        assertEquals(CAPACITY, lane.depth());
        assertEquals(CAPACITY, lane.capacity());
        assertEquals(Offer.FULL, lane.offer(WRITE, 9, null));
        assertEquals(Offer.FULL, lane.offer(CHAIN, 9, 9, null));
        assertEquals(Offer.FULL, lane.offerBarrier(null));
        assertEquals(CAPACITY, wakeups);
        poller.poll();
        assertEquals(CAPACITY, taken.size());
        assertEquals(Offer.ACCEPTED, lane.offer(WRITE, 9, null));
    }

    @Test
    void shouldCountWhatItIsToldToCount() {
        assertEquals(0, lane.backPressuredCount());
        lane.countBackPressured();
        lane.countBackPressured();
        assertEquals(2, lane.backPressuredCount());
    }

    @Test
    void shouldStopHandingOverWhenTheHandlerHasEnough() {
        for (int i = 0; i < CAPACITY; i++) {
            lane.offer(WRITE, i, null);
        }
        LanePoller frugal = lane.pollerTo(command -> take(command) && taken.size() % 3 != 0);
        frugal.poll();
        assertEquals(3, taken.size());
        assertEquals(1, lane.depth());
        frugal.poll();
        assertEquals(4, taken.size());
    }

    @Test
    void shouldHandOverACommandAgainWhoseHandlerFailed() {
        lane.offer(WRITE, 1, null);
        lane.offer(WRITE, 2, null);
        RuntimeException fault = new IllegalStateException("planted");
        LanePoller failing =
                lane.pollerTo(
                        command -> {
                            if (command.timeMs() == 2) {
                                throw fault;
                            }
                            return take(command);
                        });
        assertSame(fault, assertThrows(IllegalStateException.class, failing::poll));
        assertEquals(1, lane.depth());
        poller.poll();
        assertEquals(List.of("write 1 false", "write 2 false"), taken);
    }

    @Test
    void shouldKeepWhatItHoldsWhenClosedAndTakeNoMore() {
        lane.offer(WRITE, 1, null);
        assertFalse(lane.isDrained());
        lane.close();
        lane.close();
        assertFalse(lane.isDrained());
        assertEquals(Offer.CLOSED, lane.offer(WRITE, 2, null));
        assertEquals(Offer.CLOSED, lane.offer(CHAIN, 2, 2, null));
        assertEquals(Offer.CLOSED, lane.offerBarrier(null));
        poller.poll();
        assertEquals(List.of("write 1 false"), taken);
        assertTrue(lane.isDrained());
        assertEquals(3, wakeups);
    }

    private boolean take(Command command) {
        String completed = " " + (command.completion() != null);
        if (command.isBarrier()) {
            taken.add("barrier" + completed);
        } else if (command.chain() != null) {
            taken.add("block " + command.blockNumber() + " " + command.timeMs() + completed);
        } else {
            assertSame(WRITE, command.write());
            taken.add("write " + command.timeMs() + completed);
        }
        return true;
    }
}
