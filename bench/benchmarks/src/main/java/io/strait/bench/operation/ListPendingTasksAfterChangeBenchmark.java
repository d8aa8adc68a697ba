package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The same after a change: between the calls one more task is saved and deleted again, which is not
 * timed, so that nobody can know that the list is what it was. Each call is timed by itself.
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
