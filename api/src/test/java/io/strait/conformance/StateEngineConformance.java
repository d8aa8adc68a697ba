package io.strait.conformance;

import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import org.junit.jupiter.api.Nested;

/**
 * All suites for one implementation. To bind them:
 *
 * <pre>{@code
 * class StraitConformanceTest extends StateEngineConformance {
 *     @Override
 *     protected StateEngine open(StraitConfig config) {
 *         return Strait.open(config);
 *     }
 * }
 * }</pre>
 */
public abstract class StateEngineConformance {
    /**
     * Opens a new, empty engine of the implementation under test.
     *
     * @param config its configuration
     * @return the engine
     */
    protected abstract StateEngine open(StraitConfig config);

    @Nested
    class AggregatorChain extends AggregatorChainConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorBlock extends AggregatorBlockConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorCommit extends AggregatorCommitConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorCommitHistory extends AggregatorCommitHistoryConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorReset extends AggregatorResetConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorRollback extends AggregatorRollbackConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorTask extends AggregatorTaskConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorLease extends AggregatorLeaseConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorFinishedTask extends AggregatorFinishedTaskConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class AggregatorConfig extends AggregatorConfigConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class ExecutorPerformer extends ExecutorPerformerConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class ExecutorInflightTask extends ExecutorInflightTaskConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class ExecutorDeployment extends ExecutorDeploymentConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class ExecutorProcessedTask extends ExecutorProcessedTaskConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class ExecutorRetention extends ExecutorRetentionConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class Snapshot extends SnapshotConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class Async extends AsyncConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class Listener extends ListenerConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class Lifecycle extends LifecycleConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class BadInput extends BadInputConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class SizeLimit extends SizeLimitConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class FaultTable extends FaultTableConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class Immutability extends ImmutabilityConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class ConcurrentUse extends ConcurrentUseConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }

    @Nested
    class StalledWriter extends StalledWriterConformance {
        @Override
        protected StateEngine open(StraitConfig config) {
            return StateEngineConformance.this.open(config);
        }
    }
}
