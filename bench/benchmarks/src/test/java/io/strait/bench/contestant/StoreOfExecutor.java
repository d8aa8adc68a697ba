package io.strait.bench.contestant;

import io.strait.api.ExecutorStore;
import io.strait.api.WriteOptions;
import io.strait.api.write.ExecutorWrite;
import java.util.function.Consumer;

/** A contestant's reads and writes as the API's executor store. */
final class StoreOfExecutor extends ViewOfExecutor implements ExecutorStore {
    private final String label;
    private final Contestant contestant;
    private final Consumer<Runnable> synchronously;

    StoreOfExecutor(String label, Contestant contestant, Consumer<Runnable> synchronously) {
        super(contestant);
        this.label = label;
        this.contestant = contestant;
        this.synchronously = synchronously;
    }

    @Override
    public <R> R execute(ExecutorWrite<R> write) {
        if (write instanceof ExecutorWrite.SavePerformer w) {
            synchronously.accept(() -> contestant.savePerformer(w.performer()));
            return null;
        }
        throw NotMeasured.on(label, write.type().name());
    }

    @Override
    public ExecutorStore with(WriteOptions options) {
        throw NotMeasured.on(label, "write options");
    }
}
