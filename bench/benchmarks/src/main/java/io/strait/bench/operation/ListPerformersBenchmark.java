package io.strait.bench.operation;

import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;

/** What does it cost to list 100 performers and to visit each? */
public class ListPerformersBenchmark extends SteadyStoreBenchmark {
    private static final int PERFORMERS = 100;

    /** Lists and visits; the sum is over a field of each performer. */
    @Benchmark
    public long listPerformers() {
        return Visit.sumOfTimes(store.listPerformers());
    }

    @Override
    protected int population() {
        return PERFORMERS;
    }

    @Override
    protected void fill() {
        for (int i = 0; i < PERFORMERS; i++) {
            store.savePerformer(Workload.newPerformer(i));
        }
    }

    @Override
    protected void check() {
        Check.equal("performers", PERFORMERS, store.listPerformers().size());
    }
}
