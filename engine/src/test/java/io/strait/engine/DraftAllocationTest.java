package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every write by bytes allocates nothing on the thread that hands it over: filling the draft, the
 * write itself, waiting for room and for the outcome. The writer's thread is left out: for now it
 * makes a typed write of each. Two tests plant an allocation and see that the meter reports it.
 * Seen to fail when a draft makes a new buffer each time it is encoded.
 */
@Tag("isolated")
class DraftAllocationTest {
    private final Strait engine =
            Strait.open(
                    StraitConfig.builder()
                            .limits(Limits.builder().maxFinishedTasks(0).build())
                            .build(),
                    TestKeys.STANDARD,
                    WriterProbe.NONE);

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingInAnExclusiveProducer(DraftWrite write) {
        try (Producer producer = engine.exclusiveProducer()) {
            assertAllocatesNothing(write, producer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingInTheSharedProducer(DraftWrite write) {
        assertAllocatesNothing(write, engine.sharedProducer());
    }

    @Test
    void shouldCatchAnAllocationByTheCaller() {
        ReusedDrafts drafts = new ReusedDrafts(engine);
        Producer producer = engine.sharedProducer();
        Runnable operation =
                () -> {
                    KeyedRead.object = new byte[1];
                    hand(DraftWrite.SAVE_TASK_FROM_ARRAY, drafts, producer);
                };
        assertTrue(meter().bytesOf(operation)[0] >= AllocationMeter.OPERATIONS * 16L);
    }

    /** A draft may allocate to grow: here it is a new one each time. */
    @Test
    void shouldCatchAnAllocationByADraft() {
        Producer producer = engine.sharedProducer();
        ReusedDrafts drafts = new ReusedDrafts(engine);
        Runnable operation =
                () -> {
                    drafts.renewTask();
                    hand(DraftWrite.SAVE_TASK_FROM_BUFFER, drafts, producer);
                };
        assertTrue(meter().bytesOf(operation)[0] >= AllocationMeter.OPERATIONS * 16L);
    }

    private void assertAllocatesNothing(DraftWrite write, Producer producer) {
        ReusedDrafts drafts = new ReusedDrafts(engine);
        long[] bytes = meter().bytesOf(() -> hand(write, drafts, producer));
        assertArrayEquals(new long[1], bytes, write::toString);
        // What was measured is what was meant: it was taken, and applied or refused.
        long ticket = hand(write, drafts, producer);
        int outcome = producer.await(ticket, Long.MAX_VALUE);
        assertTrue(outcome <= 0 || outcome >= Producer.ALREADY_RUNNING, () -> "outcome=" + outcome);
        assertEquals(outcome, producer.outcome(ticket));
        assertEquals(engine.counters().position(), producer.position(ticket));
    }

    /** Some writes are waited for, and some have to wait for room. */
    private static long hand(DraftWrite write, ReusedDrafts drafts, Producer producer) {
        long ticket = write.hand(drafts, producer);
        while (ticket < 0) {
            producer.awaitRoom(Long.MAX_VALUE);
            ticket = write.hand(drafts, producer);
        }
        if ((ticket & 63) == 0) {
            producer.await(ticket, Long.MAX_VALUE);
            producer.position(ticket);
        }
        producer.outcome(ticket);
        return ticket;
    }

    private static AllocationMeter meter() {
        return new AllocationMeter(List.of(Thread.currentThread()));
    }
}
