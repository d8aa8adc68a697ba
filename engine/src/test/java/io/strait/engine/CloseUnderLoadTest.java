package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.WaitPreset;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a producer handed over before {@code close()} was called is applied, on however many
 * threads, and while the writer is at whatever it may be at. Seen to fail when the writer ends as
 * soon as the shared lane is drained, without a look at the producers' lanes.
 */
@Timeout(60)
class CloseUnderLoadTest {
    private static final int ENGINES = 500;
    private static final int LOADED_ENGINES = 40;
    private static final int EXCLUSIVE = 2;
    private static final int THREADS = 2 * EXCLUSIVE;
    private static final int MIN_WRITES = 20;

    /** So quick that the writer has found nothing to do, and not yet asked whether that is all. */
    @Test
    void shouldApplyWhatWasHandedOverJustBefore() {
        for (int i = 0; i < ENGINES; i++) {
            boolean isShared = i % 2 == 0;
            Strait engine = Strait.open(config(i).build());
            ChainHandle chain = engine.chainHandle(CrowdMember.chain(1));
            Producer producer = isShared ? engine.sharedProducer() : engine.exclusiveProducer();
            // The writer is at work, and spins.
            assertEquals(
                    0, producer.await(producer.setLastProcessedBlock(chain, 0), Long.MAX_VALUE));
            long[] tickets = new long[i % 3 + 1];
            for (int write = 0; write < tickets.length; write++) {
                tickets[write] = producer.setLastProcessedBlock(chain, 1 + write);
            }
            engine.close();
            for (long ticket : tickets) {
                assertTrue(ticket >= 0);
                assertEquals(0, producer.outcome(ticket), "outcome in engine " + i);
            }
        }
    }

    @Test
    void shouldApplyWhatManyThreadsHandedOverBefore() {
        for (int i = 0; i < LOADED_ENGINES; i++) {
            Last last = new Last();
            last.engine = Strait.open(config(i).build(), TestKeys.STANDARD, last::at);
            Strait engine = last.engine;
            AtomicLongArray accepted = new AtomicLongArray(THREADS);
            List<Caller<Void>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                writers.add(Caller.start(() -> writeUntilClosed(engine, number, accepted)));
            }
            Trials.await(
                    "writes",
                    () -> IntStream.range(0, THREADS).allMatch(t -> accepted.get(t) > MIN_WRITES));
            long[] before = new long[THREADS];
            for (int thread = 0; thread < THREADS; thread++) {
                before[thread] = accepted.get(thread);
            }
            engine.close();
            writers.forEach(Caller::assertReturned);
            for (int thread = 0; thread < THREADS; thread++) {
                last.assertHas(thread, before[thread]);
            }
        }
    }

    /** Half of the threads have producers of their own, and half write tasks too. */
    private static void writeUntilClosed(Strait engine, int thread, AtomicLongArray accepted) {
        Producer producer =
                thread < EXCLUSIVE ? engine.exclusiveProducer() : engine.sharedProducer();
        ChainHandle chain = engine.chainHandle(CrowdMember.chain(thread));
        PackedId id = engine.newId();
        long number = 0;
        while (true) {
            boolean isTask = thread % 2 == 1 && number % 4 == 3;
            long ticket =
                    isTask
                            ? producer.beginTask(id.set(taskId(thread, number)))
                            : producer.setLastProcessedBlock(chain, number);
            if (ticket >= 0) {
                accepted.set(thread, number);
                number++;
            } else if (ticket != ResultCode.BACK_PRESSURE.code()) {
                assertEquals(ResultCode.CLOSED.code(), ticket);
                return;
            } else {
                producer.awaitRoom(Long.MAX_VALUE);
            }
        }
    }

    private static StraitConfigBuilder config(int trial) {
        return StraitConfig.builder()
                .laneCapacity(32)
                .maxExclusiveProducers(EXCLUSIVE)
                .waitPreset(trial % 4 == 3 ? WaitPreset.BALANCED : WaitPreset.LOWEST_LATENCY);
    }

    private static String taskId(int thread, long number) {
        return thread + "-" + number;
    }

    /** Takes a snapshot of every batch. */
    private static final class Last {
        private volatile Strait engine;
        private volatile Snapshot snapshot;

        void at(WriterStep step) {
            if (step == WriterStep.AFTER_PUBLISH && engine != null) {
                snapshot = engine.snapshot();
            }
        }

        void assertHas(int thread, long number) {
            boolean isTask = thread % 2 == 1 && number % 4 == 3;
            long head = snapshot.aggregator().getLastProcessedBlock(CrowdMember.chain(thread));
            long least = isTask ? number - 1 : number;
            assertTrue(head >= least, () -> "thread " + thread + " lost " + number + ": " + head);
            if (isTask) {
                String id = taskId(thread, number);
                assertTrue(snapshot.executor().getProcessedTask(id).isPresent(), id);
            }
        }
    }
}
