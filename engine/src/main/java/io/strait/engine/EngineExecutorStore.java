package io.strait.engine;

import io.strait.api.ExecutorStore;
import io.strait.api.WriteOptions;
import io.strait.api.internal.Require;
import io.strait.api.write.ExecutorWrite;
import io.strait.engine.lane.WritePath;
import io.strait.engine.read.LiveView;
import io.strait.engine.read.StateExecutorView;

/** The executor's store: live reads, and writes through the lane. */
final class EngineExecutorStore extends StateExecutorView implements ExecutorStore {
    private final LiveView view;
    private final WritePath writes;
    private final WriteOptions options;

    EngineExecutorStore(LiveView view, WritePath writes, WriteOptions options) {
        super(view);
        this.view = view;
        this.writes = writes;
        this.options = options;
    }

    @Override
    public <R> R execute(ExecutorWrite<R> write) {
        return writes.execute(write, options);
    }

    @Override
    public ExecutorStore with(WriteOptions other) {
        view.refuseWhenClosed();
        return new EngineExecutorStore(view, writes, Require.notNull("options", other));
    }
}
