package io.strait.bench.contestant;

import io.strait.api.BackPressure;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WriteOptions;
import io.strait.engine.Strait;

/** Opens the engine that stands behind Strait's contestants. */
final class Engines {
    /** How many writes a lane holds; of a producer, twice as many that take one slot. */
    static final int LANE_CAPACITY = 4_096;

    private Engines() {}

    static Strait open(ContestantConfig config) {
        return Strait.open(
                StraitConfig.builder()
                        .name("contestant")
                        .laneCapacity(LANE_CAPACITY)
                        .limits(limitsFor(config.expectedTasks()))
                        .waitPreset(config.waitPreset())
                        .writeOptions(WriteOptions.DEFAULT.withBackPressure(BackPressure.WAIT))
                        .clock(config.clock())
                        .build());
    }

    /** The defaults, raised where they would refuse or drop what the benchmark holds. */
    private static Limits limitsFor(int expectedTasks) {
        Limits defaults = Limits.DEFAULT;
        return Limits.builder()
                .maxTasks(Math.max(defaults.maxTasks(), expectedTasks))
                .maxFinishedTasks(Math.max(defaults.maxFinishedTasks(), expectedTasks))
                .maxPerformers(Math.max(defaults.maxPerformers(), expectedTasks))
                .build();
    }
}
