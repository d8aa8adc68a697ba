package io.strait.bench.contestant;

import io.strait.api.domain.Chain;
import io.strait.api.hotpath.Producer;
import io.strait.engine.Strait;
import java.util.function.Function;

/** Strait by its producers where they can do it, and synchronously where they cannot. */
final class StraitProducers extends StraitSync {
    private final Strait engine;
    private final Function<Strait, Producer> producers;

    /**
     * Over an engine of its own.
     *
     * @param producers makes the calling thread's
     */
    StraitProducers(Strait engine, Function<Strait, Producer> producers) {
        super(engine);
        this.engine = engine;
        this.producers = producers;
    }

    @Override
    public Strait engine() {
        return engine;
    }

    @Override
    public ChainFollower follow(Chain chain) {
        return new ProducerChainFollower(engine, producers.apply(engine), chain);
    }
}
