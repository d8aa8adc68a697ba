package io.strait.bench.latency;

import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.bench.subject.Call;
import io.strait.bench.subject.Subject;
import io.strait.engine.Strait;
import java.util.function.Function;

/**
 * A producer's block update: returns when it is handed over. The producer sees it applied by
 * reading the chain's head. A full lane makes it try again, which is part of the latency of every
 * call that it delays.
 */
final class ProducerSubject implements Subject {
    private final Strait strait;
    private final Function<Strait, Producer> producers;

    ProducerSubject(WaitPreset preset, Function<Strait, Producer> producers) {
        this.strait = Strait.open(StraitConfig.builder().waitPreset(preset).build());
        this.producers = producers;
    }

    @Override
    public Call call(int producer) {
        return new ProducerCall(strait, producers.apply(strait), Chain.of("0xa1", producer + 1));
    }

    @Override
    public void close() {
        strait.close();
    }

    private static final class ProducerCall implements Call {
        private static final int BACK_PRESSURE = ResultCode.BACK_PRESSURE.code();

        private final Producer producer;
        private final Reader reader;
        private final ChainHandle chain;

        ProducerCall(Strait strait, Producer producer, Chain chain) {
            this.producer = producer;
            this.reader = strait.reader();
            this.chain = strait.chainHandle(chain);
        }

        @Override
        public void issue(long number) {
            long ticket = producer.setLastProcessedBlock(chain, number);
            while (ticket == BACK_PRESSURE) {
                Thread.onSpinWait();
                ticket = producer.setLastProcessedBlock(chain, number);
            }
            if (ticket < 0) {
                throw new IllegalStateException("code=" + ticket);
            }
        }

        @Override
        public long visible() {
            return reader.getLastProcessedBlock(chain);
        }

        @Override
        public long stored() {
            return visible();
        }
    }
}
