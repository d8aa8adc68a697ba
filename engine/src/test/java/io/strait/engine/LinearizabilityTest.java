package io.strait.engine;

import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Synchronous writes and reads, of whatever threads, are as if done one at a time, each at some
 * moment between its call and its return: on the real engine, with its writer thread, against the
 * model.
 */
@Tag("isolated")
class LinearizabilityTest {
    @Test
    void shouldBeLinearizable() {
        options(30, 200).check(EngineOperations.class);
    }

    @Tag("long")
    @Test
    void shouldBeLinearizableForLong() {
        options(200, 2_000).check(EngineOperations.class);
    }

    private static StressOptions options(int scenarios, int runs) {
        return new StressOptions()
                .iterations(scenarios)
                .invocationsPerIteration(runs)
                .actorsBefore(2)
                .threads(3)
                .actorsPerThread(2)
                .actorsAfter(1)
                .sequentialSpecification(ModelOperations.class);
    }
}
