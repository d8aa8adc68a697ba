package io.strait.engine;

import io.strait.api.AggregatorStore;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite;
import io.strait.engine.lane.WritePath;
import io.strait.engine.read.LiveView;
import io.strait.engine.read.StateAggregatorView;

/** The aggregator's store: live reads, and writes through the lane. */
final class EngineAggregatorStore extends StateAggregatorView implements AggregatorStore {
    private final LiveView view;
    private final WritePath writes;
    private final WriteOptions options;

    EngineAggregatorStore(LiveView view, WritePath writes, WriteOptions options) {
        super(view);
        this.view = view;
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
        view.refuseWhenClosed();
        return new EngineAggregatorStore(view, writes, Require.notNull("options", other));
    }
}
