package io.strait.bench.operation;

import io.strait.api.domain.Chain;
import io.strait.bench.contestant.ChainFollower;
import io.strait.bench.harness.Check;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** What does a block update cost: an ever rising number, each thread its own chain? */
public class SetLastProcessedBlockBenchmark extends SteadyStoreBenchmark {
    /** Between two waits for the writer: ten lanes full, so that the slower side decides. */
    static final int UPDATES = 10 * 4_096;

    private final Queue<FollowedChain> followedChains = new ConcurrentLinkedQueue<>();

    /** Updates the thread's chain; the last number is visible when it returns. */
    @Benchmark
    @OperationsPerInvocation(UPDATES)
    public void setLastProcessedBlock(FollowedChain followed) {
        for (int i = 0; i < UPDATES; i++) {
            followed.follower.setLastProcessedBlock(++followed.number);
        }
        followed.follower.drain();
    }

    @Override
    protected int maxThreads() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected int population() {
        return 1;
    }

    @Override
    protected void check() {
        for (FollowedChain followed : followedChains) {
            long last = store.getLastProcessedBlock(followed.chain);
            Check.equal("last block", followed.number, last);
        }
    }

    /** One chain a thread. */
    @State(Scope.Thread)
    public static class FollowedChain {
        private Chain chain;
        private ChainFollower follower;
        private long number;

        /** Chooses the chain. */
        @Setup
        public void setUp(SetLastProcessedBlockBenchmark benchmark, ThreadParams thread) {
            follow(benchmark, thread.getThreadIndex() + 1L);
        }

        void follow(SetLastProcessedBlockBenchmark benchmark, long chainId) {
            chain = Chain.of(Workload.AVS, chainId);
            follower = benchmark.store.follow(chain);
            benchmark.followedChains.add(this);
        }

        /** Gives back what following takes. */
        @TearDown
        public void tearDown() {
            follower.close();
        }
    }
}
