package io.strait.engine.snapshot;

import io.strait.engine.image.ChainHead;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each batch is published at one moment, and each read and snapshot is of one moment, whichever way
 * the steps of writer and readers fall between each other: Lincheck's model checker switches
 * threads between any two accesses to shared memory. It knows no weak memory: orders that the
 * hardware or the compiler may change are left to the stress tests.
 *
 * <p>Seen to fail on these planted bugs: the root stored before the heads are written (a snapshot
 * of position 1 without its block); a root that advances although it is captured, and heads frozen
 * as of the next root (a snapshot of position 1 with block 2).
 */
@Tag("isolated")
class PublicationLinearizabilityTest {
    static {
        // It warns of fields of records, and of methods of Eclipse Collections, that it cannot
        // instrument and need not.
        System.setProperty("lincheck.logLevel", "OFF");
    }

    @Test
    void shouldBeLinearizable() {
        options(10, 200).check(PublicationOperations.class);
    }

    @Tag("long")
    @Test
    void shouldBeLinearizableForLong() {
        options(100, 3_000).check(PublicationOperations.class);
    }

    private static ModelCheckingOptions options(int scenarios, int runs) {
        return new ModelCheckingOptions()
                .iterations(scenarios)
                .invocationsPerIteration(runs)
                .actorsBefore(1)
                .threads(2)
                .actorsPerThread(3)
                .actorsAfter(1)
                .addGuarantee(allElseIsAtomic())
                .sequentialSpecification(PublicationModel.class);
    }

    /**
     * Threads are switched where states are published and read, not where the writer works on its
     * own.
     */
    private static ManagedStrategyGuarantee allElseIsAtomic() {
        return ManagedStrategyGuaranteeKt.forClasses(name -> !isChecked(name))
                .allMethods()
                .ignore();
    }

    private static boolean isChecked(String className) {
        return className.startsWith(Publication.class.getPackageName())
                || className.startsWith(ChainHead.class.getName());
    }
}
