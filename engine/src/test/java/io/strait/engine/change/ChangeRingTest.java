package io.strait.engine.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.Change;
import io.strait.api.ChangeListener;
import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.AgentTerminationException;
import org.junit.jupiter.api.Test;

class ChangeRingTest {
    private static final int CAPACITY = 4;
    private static final Write<Void> WRITE = new DeleteTask("t1");

    private final ChangeRing ring = new ChangeRing(CAPACITY);
    private final List<Object> told = new ArrayList<>();
    private final ListenerAgent agent =
            new ListenerAgent(ring, new Recorder(), new Lifecycle("test"));
    private boolean failing;

    @Test
    void shouldTellNothingBeforeItIsPublished() throws Exception {
        stage(1);
        assertEquals(0, agent.doWork());
        assertEquals(List.of(), told);
        ring.publish();
        drain(agent);
        assertEquals(List.of(1L), told);
    }

    @Test
    void shouldTellABatchInOrder() throws Exception {
        stage(1);
        stage(2);
        stage(5);
        ring.publish();
        ring.publish();
        drain(agent);
        assertEquals(List.of(1L, 2L, 5L), told);
        assertEquals(0, agent.doWork());
    }

    @Test
    void shouldCountWhatItLosesAndTellItBeforeTheNextChange() throws Exception {
        for (int position = 1; position <= CAPACITY + 3; position++) {
            stage(position);
        }
        ring.publish();
        assertEquals(3, ring.lostCountAcquire());
        drain(agent);
        assertEquals(List.of(1L, 2L, 3L, 4L, "lost 3"), told);
        stage(8);
        ring.publish();
        drain(agent);
        assertEquals(List.of(1L, 2L, 3L, 4L, "lost 3", 8L), told);
        stage(9);
        ring.publish();
        drain(agent);
        assertEquals(9L, told.get(told.size() - 1));
        assertEquals(7, told.size());
        assertEquals(3, ring.lostCountAcquire());
    }

    @Test
    void shouldTellALossAtTheEndOnceItHasCaughtUp() throws Exception {
        for (int position = 1; position <= CAPACITY; position++) {
            stage(position);
        }
        ring.publish();
        agent.doWork();
        stage(5);
        stage(6);
        stage(7);
        ring.publish();
        drain(agent);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, "lost 2"), told);
    }

    @Test
    void shouldTellALossBeforeTheChangeThatFollowsItInTheSameBatch() throws Exception {
        for (int position = 1; position <= CAPACITY; position++) {
            stage(position);
        }
        ring.publish();
        stage(5);
        agent.doWork();
        stage(6);
        ring.publish();
        drain(agent);
        assertEquals(List.of(1L, 2L, 3L, 4L, "lost 1", 6L), told);
    }

    @Test
    void shouldTellTheWriteAndItsResult() throws Exception {
        List<Change> changes = new ArrayList<>();
        ListenerAgent keeping = new ListenerAgent(ring, changes::add, new Lifecycle("test"));
        stage(1);
        Chain chain = Chain.of("0xab", 1);
        ring.stage(2, 77, chain, 9);
        ring.publish();
        drain(keeping);
        assertSame(WRITE, changes.get(0).write());
        assertEquals(new Change(1, 1_001, WRITE, "result 1"), changes.get(0));
        assertEquals(new Change(2, 77, new SetLastProcessedBlock(chain, 9), null), changes.get(1));
    }

    @Test
    void shouldCountFailuresAndTellTheRest() throws Exception {
        failing = true;
        for (int position = 1; position <= CAPACITY + 1; position++) {
            stage(position);
        }
        ring.publish();
        drain(agent);
        stage(6);
        ring.publish();
        drain(agent);
        assertEquals(6, told.size());
        // Five changes and one loss.
        assertEquals(6, agent.failureCountOpaque());
    }

    @Test
    void shouldTellWhatIsThereBeforeItEnds() throws Exception {
        stage(1);
        ring.publish();
        agent.closeNow();
        assertEquals(1, agent.doWork());
        assertEquals(List.of(1L), told);
        assertThrows(AgentTerminationException.class, agent::doWork);
    }

    private static void drain(ListenerAgent agent) throws Exception {
        while (agent.doWork() > 0) {
            Thread.onSpinWait();
        }
    }

    private void stage(long position) {
        ring.stage(position, 1_000 + position, WRITE, "result " + position);
    }

    private final class Recorder implements ChangeListener {
        @Override
        public void onChange(Change change) {
            told.add(change.position());
            failIfToldTo();
        }

        @Override
        public void onLost(long lostCount) {
            told.add("lost " + lostCount);
            failIfToldTo();
        }

        private void failIfToldTo() {
            if (failing) {
                throw new IllegalStateException("planted");
            }
        }
    }
}
