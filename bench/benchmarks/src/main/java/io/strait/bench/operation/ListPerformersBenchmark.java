package io.strait.bench.operation;

import io.strait.api.domain.Performer;
import io.strait.bench.harness.Check;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** What does it cost to list 100 performers and to visit each? */
public class ListPerformersBenchmark extends SteadyStoreBenchmark {
    private static final int PERFORMERS = 100;

    /** The first performer's; each other's is one later than the one before. */
    private static final long FIRST_TIME_MS = 1_700_000_000_000L;

    private long lists;
    private long visitedSum;

    /** Lists and visits; the sum is over a field of each performer. */
    @Benchmark
    public long listPerformers() {
        long sum = reads.visitPerformers();
        visitedSum += sum;
        lists++;
        return sum;
    }

    @Override
    protected int population() {
        return PERFORMERS;
    }

    @Override
    protected void fill() {
        for (int i = 0; i < PERFORMERS; i++) {
            writes.savePerformer(i, FIRST_TIME_MS + i);
        }
    }

    @Override
    protected void check() {
        List<Performer> performers = store.listPerformers();
        Check.equal("performers", PERFORMERS, performers.size());
        for (int i = 0; i < PERFORMERS; i++) {
            Check.equal("performer", performer(i), performers.get(i));
        }
        long sum = PERFORMERS * FIRST_TIME_MS + Workload.sumBelow(PERFORMERS);
        Check.equal("sum of what was visited", lists * sum, visitedSum);
    }

    private static Performer performer(int i) {
        return Workload.newPerformer(i, FIRST_TIME_MS + i);
    }
}
