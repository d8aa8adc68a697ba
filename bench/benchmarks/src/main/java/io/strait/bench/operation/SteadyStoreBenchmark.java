package io.strait.bench.operation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Benchmarks of operations that leave the population as it is: one store for all iterations. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class SteadyStoreBenchmark extends ContestantFixture {
    /** Opens the store. */
    @Setup(Level.Trial)
    public final void setUp() {
        openAndFill();
    }

    /** Starts the meter. */
    @Setup(Level.Iteration)
    public final void setUpIteration() {
        startMeter();
    }

    /** Stops the meter. */
    @TearDown(Level.Iteration)
    public final void tearDownIteration() {
        stopMeter();
    }

    /** Checks the store, and closes it. */
    @TearDown(Level.Trial)
    public final void tearDown() {
        checkAndClose();
    }
}
