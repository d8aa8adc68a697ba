package io.strait.bench.contestant;

import io.strait.api.Limits;
import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.conformance.AggregatorChainConformance;
import io.strait.conformance.AggregatorCommitConformance;
import io.strait.conformance.AggregatorConfigConformance;
import io.strait.conformance.AggregatorTaskConformance;
import io.strait.conformance.ConcurrentUseConformance;
import io.strait.conformance.ExecutorPerformerConformance;
import io.strait.conformance.FaultTableConformance;
import io.strait.conformance.ImmutabilityConformance;
import io.strait.conformance.SnapshotConformance;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The published suites that cover what is measured, for one contestant. */
@ExtendWith(NotMeasured.class)
abstract class ContestantSuites {
    /** Its name in the reasons for which tests are skipped. */
    abstract String label();

    /** Opens a new, empty contestant. */
    abstract Contestant open(ContestantConfig config);

    private ContestantEngine engine(StraitConfig config, boolean copiesWillDo) {
        if (!config.limits().equals(Limits.DEFAULT)) {
            throw NotMeasured.on(label(), "limits");
        }
        // the machine may have no core to spare for a writer that spins
        return new ContestantEngine(
                label(),
                open(
                        ContestantConfig.DEFAULT
                                .withWaitPreset(WaitPreset.BALANCED)
                                .withClock(config.clock())),
                copiesWillDo);
    }

    @Nested
    class AggregatorChain extends AggregatorChainConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class AggregatorCommit extends AggregatorCommitConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class AggregatorTask extends AggregatorTaskConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class AggregatorConfig extends AggregatorConfigConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class ExecutorPerformer extends ExecutorPerformerConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class Snapshot extends SnapshotConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, false);
        }
    }

    @Nested
    class ConcurrentUse extends ConcurrentUseConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class Immutability extends ImmutabilityConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }

    @Nested
    class FaultTable extends FaultTableConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return engine(config, true);
        }
    }
}
