package io.strait.bench.allocation;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Reports what the {@link AllocationMeter} counted, per operation. */
public final class ThreadAllocationProfiler implements InternalProfiler {
    /** Bytes per operation on all threads together. */
    public static final String ALL = "alloc.all";

    /** Bytes per operation on the engine's writer thread. */
    public static final String WRITER = "alloc.writer";

    @Override
    public String getDescription() {
        return "Bytes per operation, by the JVM's counters per thread";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // The benchmark's fixture starts the meter.
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long ops = result.getMetadata().getAllOps();
        return List.of(
                perOperation(ALL, AllocationMeter.allBytes(), ops),
                perOperation(WRITER, AllocationMeter.writerBytes(), ops));
    }

    private static ScalarResult perOperation(String label, long bytes, long ops) {
        double bytesPerOp = (double) bytes / ops;
        return new ScalarResult(label, bytesPerOp, "B/op", AggregationPolicy.AVG);
    }
}
