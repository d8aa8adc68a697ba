package io.strait.bench.operation;

import io.strait.bench.allocation.AllocationMeter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Benchmarks of operations that leave the population as it is: one store for all iterations.
 * Throughput, because that of several threads adds up, where their times would be averaged although
 * some threads do more than others.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public abstract class SteadyStoreBenchmark extends ContestantFixture {
    /** Opens the store. */
    @Setup(Level.Trial)
    public final void setUp(BenchmarkParams params) {
        openAndFill(params);
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

    /** Checks the store, and closes it. */
    @TearDown(Level.Trial)
    public final void tearDown() {
        checkAndClose();
    }
}
