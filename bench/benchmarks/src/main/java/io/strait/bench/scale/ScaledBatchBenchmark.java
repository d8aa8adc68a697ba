package io.strait.bench.scale;

import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.bench.harness.Check;
import io.strait.engine.DrivenWriter;
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

/**
 * How does the cost of a batch, of which publication is a part, grow with the number of tasks? One
 * thread submits the batch and then applies, publishes and acknowledges it, so that no hand-over
 * between threads hides the growth.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScaledBatchBenchmark {
    private static final int FILL_BATCH = 256;

    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    /** How many writes are in a batch. */
    @Param("1")
    public int writes;

    private DrivenWriter writer;
    private RandomTurnover turnover;
    private boolean deletesNext = true;

    /** Fills the store. */
    @Setup
    public void setUp() {
        Task[] saved = new ScaledTasks(tasks).saved();
        writer = new DrivenWriter(ScaledStore.config(tasks, Thread::new));
        fill(saved);
        turnover = new RandomTurnover(saved, new ScaledTasks(tasks).spares());
    }

    /** Checks that it is as full as it was, and that nothing was refused. */
    @TearDown
    public void tearDown() {
        if (!deletesNext) {
            submitNext();
            writer.runBatch();
        }
        ScaledStore.checkPopulation(writer.snapshot().aggregator(), tasks);
        Check.equal("refused", 0, writer.refusedCount());
        writer.close();
    }

    /** One batch: in turn, a random task is deleted, and one that is not there is saved. */
    @Benchmark
    public int batch() {
        for (int i = 0; i < writes; i++) {
            submitNext();
        }
        int count = writer.runBatch();
        Check.equal("writes in the batch", writes, count);
        return count;
    }

    private void submitNext() {
        if (deletesNext) {
            writer.submit(new DeleteTask(turnover.nextToDelete().id()));
        } else {
            writer.submit(new SaveTask(turnover.nextToSave()));
        }
        deletesNext = !deletesNext;
    }

    private void fill(Task[] saved) {
        for (int i = 0; i < saved.length; i++) {
            writer.submit(new SaveTask(saved[i]));
            if ((i + 1) % FILL_BATCH == 0) {
                writer.runBatch();
            }
        }
        writer.runBatch();
        ScaledStore.checkPopulation(writer.snapshot().aggregator(), saved.length);
    }
}
