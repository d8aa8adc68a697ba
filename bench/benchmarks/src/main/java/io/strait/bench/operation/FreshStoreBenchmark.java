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
 * Benchmarks of operations that use the store up: each iteration is one call that does a fixed
 * number of operations on a store opened for it, so that the population does not depend on how fast
 * a contestant is.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = 12)
public abstract class FreshStoreBenchmark extends ContestantFixture {
    /** Opens the store, and collects what was left by the shots, checks and fillings before. */
    @Setup(Level.Iteration)
    public final void setUp(BenchmarkParams params) {
        openAndFill(params);
        // Else a shot pays for another's garbage. The harness's own way to do it sleeps for half a
        // second each time, and comes before the store is filled.
        System.gc();
        AllocationMeter.start();
    }

    /** Checks the store, and closes it. */
    @TearDown(Level.Iteration)
    public final void tearDown() {
        AllocationMeter.stop();
        checkAndClose();
    }
}
