package io.strait.bench.operation;

import io.strait.api.domain.OperatorSetConfig;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What does it cost to build a configuration and to save it under one of 10 keys? */
public class SaveOperatorSetConfigBenchmark extends SteadyStoreBenchmark {
    /** Between two waits for the writer: ten lanes full, so that the slower side decides. */
    private static final int CONFIGS = 10 * 4_096;

    private static final int KEYS = 10;

    private long next;

    /** Builds and saves each; they are visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(CONFIGS)
    public void saveOperatorSetConfig() {
        for (int i = 0; i < CONFIGS; i++) {
            writes.saveOperatorSetConfig(next++);
        }
        writes.drain();
    }

    @Override
    protected int population() {
        return KEYS;
    }

    @Override
    protected void check() {
        for (long i = next - KEYS; i < next; i++) {
            OperatorSetConfig last = Workload.newOperatorSetConfig(i);
            Check.equal("config", last, store.getOperatorSetConfig(last.operatorSet()));
        }
    }
}
