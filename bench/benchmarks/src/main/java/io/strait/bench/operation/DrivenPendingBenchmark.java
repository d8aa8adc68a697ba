package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.LimitsBuilder;
import io.strait.api.Snapshot;
import org.openjdk.jmh.annotations.Param;

/**
 * Reads of all of 1,000 pending tasks, where no writer thread spins beside the reader. Before the
 * first of them as many tasks may have come and gone as one likes, with a snapshot held or without.
 */
public abstract class DrivenPendingBenchmark extends DrivenBenchmark {
    static final int TASKS = 1_000;

    /** How many tasks come and go before the first read. */
    @Param("0")
    public int turnover;

    /** Whether a snapshot from before that is held. */
    @Param("false")
    public boolean snapshotHeld;

    /** The number of the next to be saved; the oldest is 1,000 before it. */
    private long next;

    private Snapshot held;

    @Override
    LimitsBuilder limits(LimitsBuilder defaults) {
        return defaults.maxTasks(TASKS + 1);
    }

    @Override
    void fill() {
        while (next < TASKS) {
            save(next++);
        }
        if (snapshotHeld) {
            hold();
        }
        for (int i = 0; i < turnover; i++) {
            replaceOldest();
        }
    }

    @Override
    void check(AggregatorView view) {
        checkCounts(view, TASKS, 0, 0);
        checkTasksFrom(next - TASKS, view);
        if (held != null) {
            checkTasksFrom(0, held.aggregator());
        }
    }

    /** Holds a snapshot, which has to show the first tasks for ever. */
    final void hold() {
        held = writer.snapshot();
    }

    /** Saves a new task and deletes the oldest one. */
    final void replaceOldest() {
        save(next);
        delete(next - TASKS);
        next++;
    }

    /** The numbers of the pending tasks together. */
    final long sumOfPending() {
        return Workload.sumBelow(next) - Workload.sumBelow(next - TASKS);
    }

    /** The number of the task saved last. */
    final long newest() {
        return next - 1;
    }

    /** Saves a task in the form in which it is read. */
    abstract void save(long i);

    /** Deletes one in the same form. */
    abstract void delete(long i);

    private static void checkTasksFrom(long oldest, AggregatorView view) {
        StoredWorkload.checkTasks(
                view.listPendingTasks(), TASKS, i -> Workload.newTask(oldest + i));
    }
}
