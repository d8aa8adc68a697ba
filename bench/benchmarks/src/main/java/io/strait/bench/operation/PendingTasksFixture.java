package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Param;

/** Tasks of the large data set, some of them pending and the others in work. */
public abstract class PendingTasksFixture extends SteadyStoreBenchmark {
    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    /** How many of them are pending, evenly spread. */
    @Param("1000")
    public int pending;

    @Override
    protected int population() {
        return tasks;
    }

    @Override
    protected void fill() {
        Workload.saveTasks(writes, tasks);
        for (int i = 0; i < tasks; i++) {
            if (i % every() != 0) {
                writes.updateTaskStatus(i, TaskStatus.PROCESSING);
            }
        }
    }

    @Override
    protected void check() {
        List<Task> listed = store.listPendingTasks();
        StoredWorkload.checkTasks(listed, pending, i -> Workload.newTaskOfMany(i * every()));
        Check.equal("sum of blocks", sumOfPending(), Visit.sumOfBlocks(listed));
    }

    /** Each so many-th task is pending. */
    final int every() {
        return tasks / pending;
    }

    /** The numbers of the pending tasks together. */
    final long sumOfPending() {
        return every() * Workload.sumBelow(pending);
    }
}
