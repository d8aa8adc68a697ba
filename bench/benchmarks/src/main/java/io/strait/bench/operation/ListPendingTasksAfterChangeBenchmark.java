package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The same when the tasks are others than at the list before: what can be kept from list to list is
 * of no use. Between the calls one more is saved and deleted again, which is not timed.
 */
public class ListPendingTasksAfterChangeBenchmark extends ListPendingTasksBenchmark {
    /** Saves one more, and deletes it. */
    @TearDown(Level.Invocation)
    public void change() {
        writes.saveTask(tasks);
        writes.deleteTask(tasks);
        writes.drain();
    }

    @Override
    protected int population() {
        return tasks + 1;
    }
}
