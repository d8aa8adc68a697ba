package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.Strait;

/**
 * The reference's tasks in an engine, of which the oldest go first. For what holds them to weigh.
 */
public final class ReferenceTasks implements AutoCloseable {
    private final Strait engine;
    private final boolean byBytes;
    private final ByteWrites writes;
    private long oldest;
    private long next;

    /** None yet; to be saved by bytes, or as objects. */
    public ReferenceTasks(Strait engine, boolean byBytes) {
        this.engine = engine;
        this.byBytes = byBytes;
        writes = new ByteWrites(engine);
    }

    /** Saves more; all are visible when it returns. */
    public void save(int count) {
        for (int i = 0; i < count; i++) {
            saveNext();
        }
        drain();
    }

    /** Deletes some; all are gone when it returns. */
    public void deleteOldest(int count) {
        for (int i = 0; i < count; i++) {
            writes.deleteTask(oldest++);
        }
        drain();
    }

    /** Saves one and deletes one, so many times. */
    public void replaceOldest(int count) {
        for (int i = 0; i < count; i++) {
            saveNext();
            writes.deleteTask(oldest++);
        }
        drain();
    }

    /** Fails unless the engine holds them, and no others. */
    public void check() {
        StoredWorkload.checkTasks(
                engine.aggregator().listPendingTasks(),
                next - oldest,
                i -> Workload.newTask(oldest + i));
    }

    /** Gives back what writing takes. */
    @Override
    public void close() {
        writes.close();
    }

    private void saveNext() {
        if (byBytes) {
            writes.saveTask(next++);
        } else {
            Task task = Workload.newTask(next++);
            engine.submit(new SaveTask(task));
        }
    }

    private void drain() {
        engine.barrier();
        writes.drain();
    }
}
