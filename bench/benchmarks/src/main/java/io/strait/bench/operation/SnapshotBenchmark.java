package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.contestant.ContestantView;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** What does it cost to take a consistent view of everything, which never changes? */
public class SnapshotBenchmark extends SteadyStoreBenchmark {
    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    private ContestantView last;

    /** Takes one. */
    @Benchmark
    public ContestantView snapshot() {
        last = store.snapshot();
        return last;
    }

    @Override
    protected int population() {
        return tasks;
    }

    @Override
    protected void fill() {
        Workload.saveTasks(writes, tasks);
    }

    @Override
    protected void check() {
        for (long i : StoredWorkload.probes(tasks)) {
            store.deleteTask(Workload.taskId(i)); // what was handed out has to keep it
        }
        store.drain();
        List<Task> listed = last.listPendingTasks();
        StoredWorkload.checkTasks(listed, tasks, Workload::newTaskOfMany);
        Check.equal("sum of blocks", Workload.sumBelow(tasks), Visit.sumOfBlocks(listed));
    }
}
