package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.WaitPreset;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An idle engine costs less than 2 % of a core, all of its threads together, by the operating
 * system's own count, unless it is told to spin. Seen to fail with a writer that never sleeps.
 */
@Tag("isolated")
class IdleCpuTest {
    private static final double MAX_SHARE = 0.02;
    private static final long SETTLE_MS = 200;
    private static final long IDLE_MS = 2_000;
    private static final int WRITES = 1_000;

    private final List<Thread> threads = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"BALANCED", "LOWEST_CPU"})
    void shouldCostNextToNothingWhileIdle(WaitPreset preset) throws InterruptedException {
        assertIdle(config(preset), 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BALANCED", "LOWEST_CPU"})
    void shouldCostNextToNothingWhileIdleWithAChangeListener(WaitPreset preset)
            throws InterruptedException {
        assertIdle(config(preset).changeListener(change -> {}), 2);
    }

    private void assertIdle(StraitConfigBuilder config, int threadCount)
            throws InterruptedException {
        try (Strait engine = Strait.open(config.build())) {
            for (int number = 0; number < WRITES; number++) {
                engine.aggregator().setLastProcessedBlock(CrowdMember.chain(1), number);
            }
            Thread.sleep(SETTLE_MS);
            long startNs = System.nanoTime();
            List<Long> before = threads.stream().map(IdleCpuTest::cpuNs).toList();
            Thread.sleep(IDLE_MS);
            long idleNs = System.nanoTime() - startNs;
            assertEquals(threadCount, threads.size());
            long cpuNs = 0;
            for (int i = 0; i < threads.size(); i++) {
                cpuNs += cpuNs(threads.get(i)) - before.get(i);
            }
            double share = cpuNs / (double) idleNs;
            assertTrue(share < MAX_SHARE, () -> "share of a core: " + share);
        }
    }

    private StraitConfigBuilder config(WaitPreset preset) {
        return StraitConfig.builder()
                .name("idle")
                .waitPreset(preset)
                .threadFactory(
                        task -> {
                            Thread thread = new Thread(task);
                            thread.setDaemon(true);
                            threads.add(thread);
                            return thread;
                        });
    }

    private static long cpuNs(Thread thread) {
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        return cpu.getThreadCpuTime(thread.getId());
    }
}
