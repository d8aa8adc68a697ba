package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.bench.harness.Check;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** What does the engine do for a block update: an ever rising number of one chain? */
public class DrivenBlockBenchmark extends DrivenBenchmark {
    private Producer producer;
    private ChainHandle chain;
    private long number;

    /** By the chain's handle, through an exclusive producer. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public void setLastProcessedBlock() {
        long ticket = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ticket = producer.setLastProcessedBlock(chain, ++number);
            drive();
        }
        Check.equal("outcome", ResultCode.OK.code(), producer.outcome(ticket));
    }

    @Override
    void fill() {
        producer = writer.strait().exclusiveProducer();
        chain = writer.strait().chainHandle(Workload.CHAIN);
    }

    @Override
    void check(AggregatorView view) {
        Check.equal("last block", number, view.getLastProcessedBlock(Workload.CHAIN));
    }
}
