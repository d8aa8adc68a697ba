package io.strait.bench.subject;

import io.strait.api.AggregatorStore;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.engine.Strait;

/** {@code setLastProcessedBlock}: returns when the number is visible to every reader. */
public final class SyncSubject implements Subject {
    private final Strait strait;

    /** Opens an engine. */
    public SyncSubject(WaitPreset preset) {
        strait = Strait.open(StraitConfig.builder().waitPreset(preset).build());
    }

    @Override
    public Call call(int producer) {
        return new SyncCall(strait.aggregator(), Chain.of("0xa1", producer + 1));
    }

    @Override
    public void close() {
        strait.close();
    }

    private static final class SyncCall extends RoundTripCall {
        private final AggregatorStore store;
        private final Chain chain;

        SyncCall(AggregatorStore store, Chain chain) {
            this.store = store;
            this.chain = chain;
        }

        @Override
        protected void roundTrip(long number) {
            store.setLastProcessedBlock(chain, number);
        }

        @Override
        public long stored() {
            return store.getLastProcessedBlock(chain);
        }
    }
}
