package io.strait.bench.operation;

import io.strait.api.domain.Performer;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What does it cost to build a performer and to save it over one of 10,000 in the store? */
public class SavePerformerSteadyBenchmark extends SteadyStoreBenchmark {
    private static final int PERFORMERS = 10_000;

    /** So old that a performer which was not saved again is found out. */
    private static final long MADE_BEFORE_MS = 1;

    /** Builds and saves each once; they are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(PERFORMERS)
    public void savePerformer() {
        for (long i = 0; i < PERFORMERS; i++) {
            writes.savePerformer(i, System.currentTimeMillis());
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return PERFORMERS;
    }

    @Override
    protected void fill() {
        for (long i = 0; i < PERFORMERS; i++) {
            writes.savePerformer(i, MADE_BEFORE_MS);
        }
    }

    @Override
    protected void check() {
        List<Performer> performers = store.listPerformers();
        Check.equal("performers", PERFORMERS, performers.size());
        for (long i : StoredWorkload.probes(PERFORMERS)) {
            Performer expected = Workload.newPerformer(i, System.currentTimeMillis());
            StoredWorkload.checkPerformer(expected, performers.get((int) i));
            StoredWorkload.checkPerformer(expected, store.getPerformer(expected.id()));
        }
    }
}
