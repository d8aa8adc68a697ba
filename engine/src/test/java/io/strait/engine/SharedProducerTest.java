package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shared producer, under more threads than it has lanes to give away. */
@Timeout(60)
class SharedProducerTest {
    private static final int WRITES = 5_000;

    /** Each sets its own chain to ever higher numbers: out of order, some would be refused. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 9, 20})
    void shouldApplyTheWritesOfEachThreadInTheirOrder(int threads) throws Exception {
        try (Strait engine = open()) {
            for (int round = 0; round < 3; round++) {
                int base = round * WRITES;
                CountDownLatch all = new CountDownLatch(threads);
                List<Callable<Object>> jobs = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    ChainHandle chain = engine.chainHandle(Chain.of("0xab", i + 1));
                    jobs.add(() -> write(engine, chain, base, all));
                }
                run(jobs);
            }
            assertEquals(0, engine.counters().refused());
            assertEquals(3L * threads * WRITES, engine.counters().position());
        }
    }

    @Test
    void shouldTellOutcomesToAnyThread() throws Exception {
        try (Strait engine = open()) {
            ChainHandle chain = engine.chainHandle(Chain.of("0xab", 1));
            Producer producer = engine.sharedProducer();
            long fine = producer.setLastProcessedBlock(chain, 2);
            long refused = producer.setLastProcessedBlock(chain, 1);
            run(
                    List.of(
                            () -> {
                                long timeoutNs = TimeUnit.SECONDS.toNanos(10);
                                assertEquals(0, producer.await(fine, timeoutNs));
                                assertEquals(
                                        ResultCode.BLOCK_ORDER.code(),
                                        producer.await(refused, timeoutNs));
                                assertTrue(producer.position(refused) > 0);
                                return null;
                            }));
        }
    }

    private static Object write(Strait engine, ChainHandle chain, int base, CountDownLatch all)
            throws InterruptedException {
        // All at once, so that each has its place before the first one gives its own up.
        all.countDown();
        all.await();
        Producer producer = engine.sharedProducer();
        long last = -1;
        for (int i = 0; i < WRITES; i++) {
            last = producer.setLastProcessedBlock(chain, base + i);
            while (last < 0) {
                assertEquals(ResultCode.BACK_PRESSURE.code(), (int) last);
                assertEquals(0, producer.awaitRoom(TimeUnit.SECONDS.toNanos(30)));
                last = producer.setLastProcessedBlock(chain, base + i);
            }
        }
        // In the lane that many share, others may have taken the outcome's place by now.
        int outcome = producer.await(last, TimeUnit.SECONDS.toNanos(30));
        assertTrue(outcome == 0 || outcome == Producer.FORGOTTEN, () -> "outcome=" + outcome);
        assertEquals(base + WRITES - 1, engine.reader().getLastProcessedBlock(chain));
        return null;
    }

    private static Strait open() {
        return Strait.open(
                StraitConfig.builder().laneCapacity(64).waitPreset(WaitPreset.BALANCED).build());
    }

    private static void run(List<Callable<Object>> jobs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            for (Future<Object> job : threads.invokeAll(jobs)) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
