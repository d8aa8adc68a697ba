package io.strait.engine;

import io.strait.api.ExecutorStore;
import io.strait.api.WriteOptions;
import io.strait.api.internal.Require;
import io.strait.api.write.ExecutorWrite;
import io.strait.engine.lane.WritePath;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.snapshot.LiveExecutorView;
import io.strait.engine.snapshot.Publication;

/** The executor's store: live reads, and writes through the lane. */
final class EngineExecutorStore extends LiveExecutorView implements ExecutorStore {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final WritePath writes;
    private final WriteOptions options;

    EngineExecutorStore(
            Publication publication, Lifecycle lifecycle, WritePath writes, WriteOptions options) {
        super(publication, lifecycle);
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.writes = writes;
        this.options = options;
    }

    @Override
    public <R> R execute(ExecutorWrite<R> write) {
        return writes.execute(write, options);
    }

    @Override
    public ExecutorStore with(WriteOptions other) {
        refuseWhenClosed();
        return new EngineExecutorStore(
                publication, lifecycle, writes, Require.notNull("options", other));
    }
}
