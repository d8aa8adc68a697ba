package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.Write;
import io.strait.engine.bytes.Keys;
import io.strait.engine.writer.WriterProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * An engine in which a thread makes the writes of a {@link Churn}, step after step, by bytes and as
 * objects in turns, for as long as it is open.
 */
final class Churner implements AutoCloseable {
    private static final long WAIT_NS = 10_000_000_000L;
    private static final int TYPED_STEPS = 2 * Churn.LIFE;
    private static final int WARM_UP_STEPS = 2 * Churn.LIFE;

    private final Strait strait;
    private final Caller<Void> caller;

    /** The engine's time is the step's number. */
    private volatile long step;

    private volatile boolean closed;

    /** An engine whose memory waits in quarantine for so many others before it is used again. */
    Churner(Keys keys, int quarantine) {
        Limits limits =
                Limits.builder()
                        .blockHistoryPerChain(Churn.BLOCK_COUNT)
                        .maxProcessedTasks(Churn.PROCESSED_COUNT)
                        .processedTaskRetention(Duration.ofDays(365))
                        .build();
        StraitConfig config =
                StraitConfig.builder()
                        .limits(limits)
                        .maxBatch(4)
                        .waitPreset(WaitPreset.BALANCED)
                        .clock(() -> Instant.ofEpochMilli(step))
                        .build();
        EngineParts parts = new EngineParts(config, keys, WriterProbe.NONE, quarantine);
        EngineThreads.start(parts);
        strait = new Strait(parts);
        caller = Caller.start(this::run);
        while (step < WARM_UP_STEPS && caller.isRunning()) {
            Thread.yield();
        }
    }

    Strait strait() {
        return strait;
    }

    /** The position that is published now. */
    long position() {
        return strait.counters().position();
    }

    /** Ends the thread, and tells what went wrong there. */
    @Override
    public void close() {
        closed = true;
        caller.assertReturned();
        strait.close();
    }

    private void run() {
        SplittableRandom random = new SplittableRandom(1);
        try (Producer producer = strait.exclusiveProducer()) {
            DraftWriter drafts = new DraftWriter(strait, producer, random);
            long last = 0;
            while (!closed) {
                long next = step + 1;
                boolean isTyped = isTyped(next);
                if (isTyped != isTyped(step)) {
                    // They go through different lanes: what is in the one comes first.
                    producer.await(last, WAIT_NS);
                    strait.barrier();
                }
                step = next;
                for (Write<?> write : Churn.writes(next)) {
                    if (isTyped) {
                        strait.submit(write);
                    } else {
                        last = hand(drafts, producer, write);
                    }
                }
            }
            producer.await(last, WAIT_NS);
            strait.barrier();
        }
        assertEquals(9 * step, strait.counters().position());
    }

    /** In turns, each for long enough that all tasks of a list came in the same way. */
    private static boolean isTyped(long step) {
        return step / TYPED_STEPS % 2 == 1;
    }

    private static long hand(DraftWriter drafts, Producer producer, Write<?> write) {
        long ticket = drafts.write(write);
        while (ticket < 0) {
            assertEquals(0, producer.awaitRoom(WAIT_NS));
            ticket = drafts.write(write);
        }
        return ticket;
    }
}
