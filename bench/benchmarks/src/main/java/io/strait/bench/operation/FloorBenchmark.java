package io.strait.bench.operation;

import io.strait.bench.allocation.AllocationMeter;
import io.strait.bench.harness.Check;
import io.strait.bench.subject.Call;
import io.strait.bench.subject.Floor;
import io.strait.bench.subject.Subject;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What would a write cost if there were nothing behind the hand-over between two threads? In the
 * same form as {@link SetLastProcessedBlockBenchmark}, so that both can stand in one row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 4,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Xbatch"})
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class FloorBenchmark {
    private static final int UPDATES = SetLastProcessedBlockBenchmark.UPDATES;

    /** A {@link Floor}'s label. */
    @Param("ping-pong")
    public String floor;

    /** How many words an operation hands over: see {@link Floor#open(int, String)}. */
    @Param("1")
    public String words;

    private Subject subject;
    private Call call;
    private long number;

    /** Starts the other thread. */
    @Setup(Level.Trial)
    public final void setUp() {
        start(Floor.labelled(floor).orElseThrow().open(1, words));
    }

    /** Takes one that was started. */
    final void start(Subject started) {
        subject = started;
        call = subject.call(0);
    }

    /** Starts the meter. */
    @Setup(Level.Iteration)
    public final void setUpIteration() {
        AllocationMeter.start();
    }

    /** Stops the meter. */
    @TearDown(Level.Iteration)
    public final void tearDownIteration() {
        AllocationMeter.stop();
    }

    /** Hands rising numbers over; the last one is visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public long update() {
        for (int i = 0; i < UPDATES; i++) {
            call.issue(++number);
        }
        while (call.visible() < number) {
            Thread.onSpinWait();
        }
        return call.visible();
    }

    /** Checks what arrived, and stops the other thread. */
    @TearDown(Level.Trial)
    public final void tearDown() {
        Check.equal("last number", number, call.visible());
        Check.equal("numbers that arrived in their order", number, call.stored());
        subject.close();
    }
}
