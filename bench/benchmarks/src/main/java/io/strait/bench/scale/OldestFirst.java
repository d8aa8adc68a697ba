package io.strait.bench.scale;

import io.strait.api.domain.Task;

/** A turnover in which the task that was saved first goes first. */
final class OldestFirst {
    private final Task[] ring;
    private int oldest;
    private int spare;

    /**
     * A turnover.
     *
     * @param saved the tasks in the store, in the order in which they were saved
     * @param spares tasks that are not in it
     */
    OldestFirst(Task[] saved, Task[] spares) {
        ring = new Task[saved.length + spares.length];
        System.arraycopy(saved, 0, ring, 0, saved.length);
        System.arraycopy(spares, 0, ring, saved.length, spares.length);
        spare = saved.length;
    }

    Task nextToDelete() {
        Task task = ring[oldest];
        oldest = next(oldest);
        return task;
    }

    Task nextToSave() {
        Task task = ring[spare];
        spare = next(spare);
        return task;
    }

    private int next(int index) {
        return index + 1 == ring.length ? 0 : index + 1;
    }
}
