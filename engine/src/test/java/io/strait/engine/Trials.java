package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.strait.api.BackPressure;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the tests of the rule that no call hangs have in common: many trials, of tiny engines. */
final class Trials {
    /** So many trials each, as the rule's own definition asks. */
    static final int COUNT = 200;

    /** Longer than any test waits: what ends earlier ended for another reason. */
    static final Duration NEVER = Duration.ofSeconds(20);

    /**
     * Longer than any test waits for a close that is to succeed, and short enough for one that
     * fails.
     */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    private static final WaitPreset[] PRESETS = WaitPreset.values();
    private static final int SMALLEST_LANE = 2;
    private static final int LANE_SIZES = 4;

    private Trials() {}

    /** Runs all trials; each of the wait presets has its turn. */
    static void run(Trial trial) {
        for (int i = 0; i < COUNT; i++) {
            try {
                trial.run(i);
            } catch (Throwable t) {
                fail("trial " + i + " with " + preset(i) + ": " + t, t);
            }
        }
    }

    /**
     * A configuration with a lane of 2 to 16 slots, in which nothing times out within a test's
     * patience.
     */
    static StraitConfigBuilder config(int trial) {
        return config(trial, SMALLEST_LANE << trial % LANE_SIZES);
    }

    static StraitConfigBuilder config(int trial, int laneCapacity) {
        return StraitConfig.builder()
                .name("trial-" + trial)
                .laneCapacity(laneCapacity)
                .maxBatch(laneCapacity)
                .waitPreset(preset(trial))
                .writeOptions(new WriteOptions(NEVER, BackPressure.WAIT))
                .closeTimeout(CLOSE_TIMEOUT);
    }

    /** Waits for something that is to happen within a second. */
    static void await(String what, BooleanSupplier happened) {
        Patience patience = new Patience();
        while (!happened.getAsBoolean()) {
            assertFalse(patience.isOver(), () -> "not within a second: " + what);
            Thread.yield();
        }
    }

    private static WaitPreset preset(int trial) {
        return PRESETS[trial % PRESETS.length];
    }

    /** One trial. */
    @FunctionalInterface
    interface Trial {
        void run(int trial) throws Exception;
    }
}
