package io.strait.engine;

import io.strait.api.AggregatorStore;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite;
import io.strait.engine.lane.WritePath;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.snapshot.LiveAggregatorView;
import io.strait.engine.snapshot.Publication;

/** The aggregator's store: live reads, and writes through the lane. */
final class EngineAggregatorStore extends LiveAggregatorView implements AggregatorStore {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final WritePath writes;
    private final WriteOptions options;

    EngineAggregatorStore(
            Publication publication, Lifecycle lifecycle, WritePath writes, WriteOptions options) {
        super(publication, lifecycle);
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.writes = writes;
        this.options = options;
    }

    @Override
    public <R> R execute(AggregatorWrite<R> write) {
        return writes.execute(write, options);
    }

    @Override
    public void setLastProcessedBlock(Chain chain, long blockNumber) {
        writes.setLastProcessedBlock(chain, blockNumber, options);
    }

    @Override
    public AggregatorStore with(WriteOptions other) {
        refuseWhenClosed();
        return new EngineAggregatorStore(
                publication, lifecycle, writes, Require.notNull("options", other));
    }
}
