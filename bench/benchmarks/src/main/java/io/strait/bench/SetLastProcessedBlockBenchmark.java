package io.strait.bench;

import io.strait.api.AggregatorStore;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.engine.Strait;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a synchronous block update cost: one chain, one thread, an ever rising number? Strait's
 * includes the round trip to the writer thread; the reference's design, a map behind a read-write
 * lock, is the baseline.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SetLastProcessedBlockBenchmark {
    private static final Chain CHAIN = Chain.of("0xavs1", 1);

    private long number;

    /**
     * The synchronous round trip.
     *
     * @param store an open engine's store
     * @return the number that was set
     */
    @Benchmark
    public long strait(StraitStore store) {
        store.aggregator.setLastProcessedBlock(CHAIN, ++number);
        store.last = number;
        return number;
    }

    /**
     * A map behind a lock, in its best plain form.
     *
     * @param store the map
     * @return the number that was set
     */
    @Benchmark
    public long locked(LockedStore store) {
        store.set(CHAIN, ++number);
        store.last = number;
        return number;
    }

    /** The contestant: an engine with each wait preset. */
    @State(Scope.Benchmark)
    public static class StraitStore {
        /** How the writer and its callers wait. */
        @Param({"LOWEST_LATENCY", "BALANCED", "LOWEST_CPU"})
        public WaitPreset preset;

        private Strait strait;
        private AggregatorStore aggregator;
        private long last;

        /** Opens the engine. */
        @Setup
        public void open() {
            strait = Strait.open(StraitConfig.builder().waitPreset(preset).build());
            aggregator = strait.aggregator();
        }

        /** Checks that the store holds what was written, and closes it. */
        @TearDown
        public void close() {
            Check.equal(last, aggregator.getLastProcessedBlock(CHAIN));
            strait.close();
        }
    }

    /** The baseline. */
    @State(Scope.Benchmark)
    public static class LockedStore {
        private final Map<Chain, Long> numbers = new HashMap<>();
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        private long last;

        void set(Chain chain, long number) {
            lock.writeLock().lock();
            try {
                numbers.put(chain, number);
            } finally {
                lock.writeLock().unlock();
            }
        }

        /** Checks that the store holds what was written. */
        @TearDown
        public void check() {
            Check.equal(last, numbers.get(CHAIN));
        }
    }
}
