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
@Warmup(iterations = 10)
@Measurement(iterations = 20)
public abstract class FreshStoreBenchmark extends ContestantFixture {
    /** Opens the store. */
    @Setup(Level.Iteration)
    public final void setUp(BenchmarkParams params) {
        openAndFill(params);
        AllocationMeter.start();
    }

    /** Checks the store, and closes it. */
    @TearDown(Level.Iteration)
    public final void tearDown() {
        AllocationMeter.stop();
        checkAndClose();
    }
}
