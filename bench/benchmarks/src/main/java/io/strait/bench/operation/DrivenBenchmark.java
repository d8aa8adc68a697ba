package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.LimitsBuilder;
import io.strait.api.StraitConfig;
import io.strait.api.domain.TaskStatus;
import io.strait.bench.harness.Check;
import io.strait.engine.DrivenWriter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Benchmarks of the engine's own work: one thread is producer and writer in turn, and each command
 * is a batch of its own. No hand-over between threads is in the time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-Xbatch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class DrivenBenchmark {
    /** Between two looks at how many writes were refused. */
    static final int ROUNDS = 1_000;

    DrivenWriter writer;
    ByteWrites writes;

    /** Opens the engine and fills it. */
    @Setup(Level.Trial)
    public final void setUp() {
        Limits limits = limits(Limits.builder()).build();
        writer = new DrivenWriter(StraitConfig.builder().name("driven").limits(limits).build());
        writes = new ByteWrites(writer.strait());
        fill();
        writes.drain();
    }

    /** Checks the state, and closes the engine. */
    @TearDown(Level.Trial)
    public final void tearDown() {
        Check.equal("refused writes", 0, writer.refusedCount());
        check(writer.snapshot().aggregator());
        writes.close();
        writer.close();
    }

    /** Raises or lowers the limits that bear on the population. */
    LimitsBuilder limits(LimitsBuilder defaults) {
        return defaults;
    }

    /** Fills the engine, outside the timing. */
    void fill() {}

    /** Fails unless the state holds what was written. */
    abstract void check(AggregatorView view);

    /** Lets the writer do the one write that was handed in. */
    final void drive() {
        Check.equal("writes in the batch", 1, writer.runBatch());
    }

    /** Fails unless so many tasks are pending, in work and completed, and none has failed. */
    static void checkCounts(AggregatorView view, long pending, long processing, long completed) {
        Check.equal("pending tasks", pending, view.countTasks(TaskStatus.PENDING));
        Check.equal("tasks in work", processing, view.countTasks(TaskStatus.PROCESSING));
        Check.equal("completed tasks", completed, view.countTasks(TaskStatus.COMPLETED));
        Check.equal("failed tasks", 0, view.countTasks(TaskStatus.FAILED));
    }
}
