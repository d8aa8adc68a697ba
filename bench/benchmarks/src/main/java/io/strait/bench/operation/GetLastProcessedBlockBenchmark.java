package io.strait.bench.operation;

import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;

/** What does it cost to read a chain's last processed block, with nobody writing? */
public class GetLastProcessedBlockBenchmark extends SteadyStoreBenchmark {
    private static final long NUMBER = 4_711;

    private long last;

    /** One read. */
    @Benchmark
    public long getLastProcessedBlock() {
        last = reads.getLastProcessedBlock();
        return last;
    }

    @Override
    protected int population() {
        return 1;
    }

    @Override
    protected void fill() {
        store.setLastProcessedBlock(Workload.CHAIN, NUMBER);
    }

    @Override
    protected void check() {
        Check.equal("last block read", NUMBER, last);
        Check.equal("last block", NUMBER, store.getLastProcessedBlock(Workload.CHAIN));
    }
}
