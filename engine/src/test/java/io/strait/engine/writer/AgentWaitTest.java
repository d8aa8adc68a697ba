package io.strait.engine.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seen to fail when a signal wakes nobody, and when the agent does not look once more before it
 * sleeps.
 */
class AgentWaitTest {
    private static final int BEFORE_SLEEP = 2_000;
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void shouldSpinOnForTheLowestLatency() {
        AgentWait wait = counting(WaitPreset.LOWEST_LATENCY);
        for (int i = 0; i < BEFORE_SLEEP * 2; i++) {
            wait.idle(0);
        }
        assertEquals(0, looks.get());
        wait.signal();
    }

    @Test
    void shouldSpinForAWhileBeforeItSleepsAndStartOverAfterWork() {
        AgentWait wait = counting(WaitPreset.BALANCED);
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < BEFORE_SLEEP; i++) {
                wait.idle(0);
            }
            assertEquals(round - 1, looks.get());
            wait.idle(0);
            assertEquals(round, looks.get());
            wait.idle(1);
        }
    }

    @Test
    void shouldSleepAtOnceForTheLowestCpu() {
        AgentWait wait = counting(WaitPreset.LOWEST_CPU);
        wait.idle(0);
        assertEquals(1, looks.get());
        wait.idle(1);
        assertEquals(1, looks.get());
        wait.idle();
        assertEquals(2, looks.get());
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotSleepThroughWorkThatCameBeforeItSlept(WaitPreset preset) {
        AgentWait wait = AgentWait.of(preset);
        wait.lookForWorkWith(() -> true);
        long startNs = System.nanoTime();
        for (int i = 0; i < BEFORE_SLEEP + 100; i++) {
            wait.idle(0);
        }
        // A hundred sleeps of 100 ms would take ten seconds.
        assertTrue(System.nanoTime() - startNs < TimeUnit.SECONDS.toNanos(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"BALANCED", "LOWEST_CPU"})
    void shouldBeWokenBySignalsFromAnotherThread(WaitPreset preset) throws InterruptedException {
        int rounds = 200;
        AtomicInteger given = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        AgentWait wait = AgentWait.of(preset);
        wait.lookForWorkWith(() -> given.get() > done.get());
        Thread agent =
                new Thread(
                        () -> {
                            while (!stopped.get()) {
                                int work = given.get() - done.get();
                                done.addAndGet(work);
                                wait.idle(work);
                            }
                        });
        agent.start();
        long startNs = System.nanoTime();
        for (int round = 1; round <= rounds; round++) {
            given.incrementAndGet();
            wait.signal();
            while (done.get() < round) {
                Thread.yield();
            }
        }
        long tookNs = System.nanoTime() - startNs;
        stopped.set(true);
        wait.signal();
        agent.join();
        // With every wake-up lost, each round would take the longest sleep: 100 ms.
        assertTrue(tookNs < TimeUnit.MILLISECONDS.toNanos(rounds * 50L), () -> tookNs + " ns");
    }

    /** Seen to fail when the hint is given after the sleeper was taken. */
    @ParameterizedTest
    @EnumSource(names = {"BALANCED", "LOWEST_CPU"})
    void shouldNotSeemToWakeUpForEver(WaitPreset preset) throws InterruptedException {
        AtomicBoolean stopped = new AtomicBoolean();
        AgentWait wait = AgentWait.of(preset);
        // Sleeps are announced, and not begun: the moment that a signal may come too late for.
        wait.lookForWorkWith(() -> true);
        Thread signaller =
                new Thread(
                        () -> {
                            while (!stopped.get()) {
                                wait.signal();
                            }
                        });
        signaller.start();
        try {
            for (int i = 0; i < 1_000_000; i++) {
                wait.idle(0);
                long startNs = System.nanoTime();
                while (wait.isWakingOpaque()) {
                    Thread.yield();
                    assertTrue(System.nanoTime() - startNs < TimeUnit.SECONDS.toNanos(5));
                }
            }
        } finally {
            stopped.set(true);
            signaller.join();
        }
    }

    private AgentWait counting(WaitPreset preset) {
        AgentWait wait = AgentWait.of(preset);
        wait.lookForWorkWith(() -> looks.incrementAndGet() > 0);
        return wait;
    }
}
