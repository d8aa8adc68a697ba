package io.strait.bench.scale;

import io.strait.api.domain.Task;
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

/** How do synchronous writes grow with the number of tasks, when that number stands still? */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScaledWriteBenchmark {
    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    private ScaledStore scaled;
    private OldestFirst turnover;

    /** Fills the store. */
    @Setup
    public void setUp() {
        Task[] saved = new ScaledTasks(tasks).saved();
        scaled = new ScaledStore(tasks);
        scaled.fill(saved);
        ScaledStore.checkPopulation(scaled.store(), tasks);
        turnover = new OldestFirst(saved, new ScaledTasks(tasks).spares());
    }

    /** Checks that it is as full as it was. */
    @TearDown
    public void tearDown() {
        ScaledStore.checkPopulation(scaled.store(), tasks);
        scaled.close();
    }

    /** Deletes the task that was saved first and saves one that is not there: two round trips. */
    @Benchmark
    public void write() {
        scaled.store().deleteTask(turnover.nextToDelete().id());
        scaled.store().saveTask(turnover.nextToSave());
    }
}
