package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorStore;
import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tasks and performers come and go, while 2 to 26 snapshots are held and dropped. In the end the
 * heap is what it was with as much in it: no more than 1.2 times of what lives. Seen to fail when
 * what a snapshot showed is not released.
 */
class HeapSoakTest {
    private static final Address AVS = Address.of("0xa1");
    private static final Chain CHAIN = Chain.of(AVS, 1);
    private static final int LIVE = 20_000;
    private static final int EACH_TICK = 2_000;
    private static final int FEWEST = 2;
    private static final int MOST = 26;
    private static final double MOST_LEFT = 1.2;
    private static final long RETURN_NS = TimeUnit.SECONDS.toNanos(60);

    private final Deque<Snapshot> held = new ArrayDeque<>();
    private long head;
    private long tail;
    private long highest;

    @Test
    void shouldComeBackToWhatLives() {
        soak(TimeUnit.SECONDS.toNanos(3));
    }

    @Test
    @Tag("long")
    void shouldComeBackToWhatLivesAfterMinutes() {
        soak(TimeUnit.MINUTES.toNanos(3));
    }

    private void soak(long durationNs) {
        Limits limits = Limits.builder().maxTasks(2 * LIVE).maxFinishedTasks(LIVE / 10).build();
        long before = usedHeap();
        try (Strait engine =
                Strait.open(
                        StraitConfig.builder().limits(limits).changeListener(c -> {}).build())) {
            churn(engine, LIVE);
            engine.barrier();
            long lives = usedHeap() - before;
            long endNs = System.nanoTime() + durationNs;
            for (long tick = 0; System.nanoTime() < endNs; tick++) {
                churn(engine, EACH_TICK);
                read(engine);
                held.add(engine.snapshot());
                // Up and down: many at once, and then few.
                long target = FEWEST + Math.abs(MOST - FEWEST - tick % (2 * (MOST - FEWEST)));
                while (held.size() > target) {
                    held.poll();
                }
                if (tick % 200 == 199) {
                    highest = Math.max(highest, usedHeap() - before);
                }
            }
            highest = Math.max(highest, usedHeap() - before);
            held.clear();
            assertReturned(engine, before, lives);
            assertEquals(LIVE, engine.aggregator().countTasks(TaskStatus.PENDING));
        }
    }

    private void assertReturned(Strait engine, long before, long lives) {
        long startNs = System.nanoTime();
        long left = usedHeap() - before;
        while (left > MOST_LEFT * lives && System.nanoTime() - startNs < RETURN_NS) {
            churn(engine, EACH_TICK);
            engine.barrier();
            left = usedHeap() - before;
        }
        String figures =
                "lives "
                        + mb(lives)
                        + ", at most "
                        + mb(highest)
                        + ", left "
                        + mb(left)
                        + " MB, "
                        + tail
                        + " tasks";
        assertTrue(left <= MOST_LEFT * lives, figures);
    }

    /** Saves so many tasks, and deletes the oldest that are too many. */
    private void churn(Strait engine, int count) {
        AggregatorStore aggregator = engine.aggregator();
        for (int i = 0; i < count; i++) {
            engine.submit(new SaveTask(task(tail++)));
            if (tail - head > LIVE) {
                engine.submit(new DeleteTask("t" + head++));
            }
        }
        engine.barrier();
        aggregator.setLastProcessedBlock(CHAIN, tail);
        engine.executor()
                .savePerformer(
                        Performer.builder("p" + tail % 10, AVS)
                                .environmentVariables(
                                        List.of(new EnvironmentVariable("K", "secret", "")))
                                .build());
    }

    private void read(Strait engine) {
        assertEquals(LIVE, engine.aggregator().countTasks(TaskStatus.PENDING));
        engine.aggregator().listPendingTasks();
        for (Snapshot snapshot : held) {
            assertEquals(LIVE, snapshot.aggregator().countTasks(TaskStatus.PENDING));
        }
    }

    private static Task task(long number) {
        return Task.builder("t" + number, AVS).payload(new byte[(int) (number % 300)]).build();
    }

    private static long mb(long bytes) {
        return bytes >> 20;
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
