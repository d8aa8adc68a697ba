package io.strait.bench.scale;

import io.strait.api.Snapshot;
import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How do reads grow with the number of tasks in the store? The writer is idle. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScaledReadBenchmark {
    static final int FIRST_TASKS = 1_000;

    private static final int MAX_IDS = 1_000_000;

    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    private ScaledStore scaled;
    private String[] ids;
    private int next;

    /** Fills the store. */
    @Setup
    public void setUp() {
        scaled = new ScaledStore(tasks);
        scaled.fill(new ScaledTasks(tasks).saved());
        ScaledStore.checkPopulation(scaled.store(), tasks);
        ids = RandomIds.sample(tasks, Math.min(tasks, MAX_IDS));
    }

    /** Checks that it is as full as it was. */
    @TearDown
    public void tearDown() {
        ScaledStore.checkPopulation(scaled.store(), tasks);
        scaled.close();
    }

    /** One read; a miss would throw. The id is equal to the stored one, and not the same object. */
    @Benchmark
    public Task getTask() {
        int i = next;
        next = i + 1 == ids.length ? 0 : i + 1;
        return scaled.store().getTask(ids[i]).orElseThrow();
    }

    /** Takes a snapshot. */
    @Benchmark
    public Snapshot snapshot() {
        return scaled.strait().snapshot();
    }

    /** Gets the list and looks at nothing in it. */
    @Benchmark
    public List<Task> listCall() {
        return scaled.store().listPendingTasks();
    }

    /** Gets the list and visits its first 1,000 tasks. */
    @Benchmark
    public long listFirst() {
        long blocks = 0;
        int visited = 0;
        for (Task task : scaled.store().listPendingTasks()) {
            blocks += task.sourceBlockNumber();
            if (++visited == FIRST_TASKS) {
                break;
            }
        }
        Check.equal("tasks visited", FIRST_TASKS, visited);
        return blocks;
    }

    /** Gets the list and visits all tasks in it. */
    @Benchmark
    public long listAll() {
        long blocks = 0;
        int visited = 0;
        for (Task task : scaled.store().listPendingTasks()) {
            blocks += task.sourceBlockNumber();
            visited++;
        }
        Check.equal("tasks visited", tasks, visited);
        return blocks;
    }
}
