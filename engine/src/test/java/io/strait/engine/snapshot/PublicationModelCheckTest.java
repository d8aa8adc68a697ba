package io.strait.engine.snapshot;

import io.strait.engine.image.ChainHead;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("isolated")
class PublicationModelCheckTest {
    static {
        System.setProperty("lincheck.logLevel", "OFF");
    }

    @Test
    void shouldBeLinearizable() {
        options(Integer.getInteger("it", 20), Integer.getInteger("inv", 500))
                .check(PublicationOperations.class);
    }

    private static ModelCheckingOptions options(int scenarios, int runs) {
        return new ModelCheckingOptions()
                .iterations(scenarios)
                .invocationsPerIteration(runs)
                .actorsBefore(1)
                .threads(2)
                .actorsPerThread(3)
                .actorsAfter(1)
                .addGuarantee(othersAreAtomic())
                .sequentialSpecification(PublicationModel.class);
    }

    private static ManagedStrategyGuarantee othersAreAtomic() {
        return ManagedStrategyGuaranteeKt.forClasses(name -> !isChecked(name))
                .allMethods()
                .ignore();
    }

    private static boolean isChecked(String className) {
        return className.startsWith(Publication.class.getPackageName())
                || className.startsWith(ChainHead.class.getName());
    }
}
