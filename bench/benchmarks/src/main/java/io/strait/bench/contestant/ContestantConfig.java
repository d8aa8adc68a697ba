package io.strait.bench.contestant;

import io.strait.api.WaitPreset;
import java.time.InstantSource;

/**
 * How a contestant is set up.
 *
 * @param expectedTasks how many tasks the benchmark will hold at most, pending to finished: maps
 *     are made for so many, and Strait's limits leave room for them
 * @param waitPreset how Strait's threads wait; nobody else has a thread to wait for
 * @param clock where the timestamps come from
 */
public record ContestantConfig(int expectedTasks, WaitPreset waitPreset, InstantSource clock) {
    private static final int MAX_PERFORMERS = 100_000;

    /** A thousand tasks, the lowest latency, the system's clock. */
    public static final ContestantConfig DEFAULT =
            new ContestantConfig(1_000, WaitPreset.LOWEST_LATENCY, InstantSource.system());

    /** How many performers to make maps for: as many as tasks, but not millions. */
    int expectedPerformers() {
        return Math.min(expectedTasks, MAX_PERFORMERS);
    }

    /** The same for another number of tasks. */
    public ContestantConfig withExpectedTasks(int value) {
        return new ContestantConfig(value, waitPreset, clock);
    }

    /** The same with another way to wait. */
    public ContestantConfig withWaitPreset(WaitPreset value) {
        return new ContestantConfig(expectedTasks, value, clock);
    }

    /** The same with another clock. */
    public ContestantConfig withClock(InstantSource value) {
        return new ContestantConfig(expectedTasks, waitPreset, value);
    }
}
