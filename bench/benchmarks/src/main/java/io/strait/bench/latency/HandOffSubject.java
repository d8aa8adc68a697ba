package io.strait.bench.latency;

import io.strait.api.AggregatorStore;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.bench.subject.Call;
import io.strait.bench.subject.Subject;
import io.strait.engine.Strait;

/**
 * {@code submit}: returns when the write is accepted. The producer sees it applied by reading the
 * chain's head. A full lane makes it wait for room, which is part of the latency of every call that
 * it delays.
 */
final class HandOffSubject implements Subject {
    private final Strait strait;

    HandOffSubject(WaitPreset preset) {
        strait = Strait.open(StraitConfig.builder().waitPreset(preset).build());
    }

    @Override
    public Call call(int producer) {
        return new HandOffCall(strait, Chain.of("0xa1", producer + 1));
    }

    @Override
    public void close() {
        strait.close();
    }

    private static final class HandOffCall implements Call {
        private final Strait strait;
        private final AggregatorStore store;
        private final Chain chain;

        HandOffCall(Strait strait, Chain chain) {
            this.strait = strait;
            this.store = strait.aggregator();
            this.chain = chain;
        }

        @Override
        public void issue(long number) {
            strait.submit(new SetLastProcessedBlock(chain, number));
        }

        @Override
        public long visible() {
            return store.getLastProcessedBlock(chain);
        }

        @Override
        public long stored() {
            return visible();
        }
    }
}
