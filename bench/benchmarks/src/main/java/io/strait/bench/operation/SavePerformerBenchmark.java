package io.strait.bench.operation;

import io.strait.api.domain.Performer;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What does it cost to build a performer and to save it under a new id, in a store that grows? */
public class SavePerformerBenchmark extends FreshStoreBenchmark {
    private static final int PERFORMERS = 30_000;

    /** Builds and saves each; they are visible when it returns. */
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
