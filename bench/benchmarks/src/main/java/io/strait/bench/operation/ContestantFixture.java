package io.strait.bench.operation;

import io.strait.api.WaitPreset;
import io.strait.bench.contestant.Contestant;
import io.strait.bench.contestant.ContestantConfig;
import io.strait.bench.contestant.ContestantKind;
import java.time.Clock;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What the benchmarks share: the contestant, opened by its label, and the meter around it.
 *
 * <p>The numbers of JVMs and iterations in the annotations, here and in the subclasses, are
 * defaults for who runs a benchmark by JMH's own command line. The table sets its own.
 */
@State(Scope.Benchmark)
@Fork(
        value = 4,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Xbatch"})
public abstract class ContestantFixture {
    /** Whose turn it is: a {@link ContestantKind}'s label. */
    @Param("strait-sync")
    public String contestant;

    /** How Strait waits; the others do not. */
    @Param("LOWEST_LATENCY")
    public WaitPreset preset;

    /** The open contestant. */
    protected Contestant store;

    /**
     * The way to write to it of the thread that has set it up, which is the only caller but for
     * where a benchmark says otherwise.
     */
    WorkloadWrites writes;

    /** The same thread's way to read from it. */
    WorkloadReads reads;

    /** How many objects of a kind the store will hold at most. */
    protected abstract int population();

    /**
     * How many threads may call at once: 1 where calls use the store up, or count on their turn.
     */
    protected int maxThreads() {
        return 1;
    }

    /** Fills the store, outside the timing. */
    protected void fill() {}

    /** Fails unless the store holds what was written. */
    protected abstract void check();

    /** Whose turn it is. */
    final ContestantKind kind() {
        return ContestantKind.ofLabel(contestant);
    }

    final void openAndFill(BenchmarkParams params) {
        if (params.getThreads() > maxThreads()) {
            throw new IllegalArgumentException(
                    "threads=" + params.getThreads() + " must be at most " + maxThreads());
        }
        ContestantConfig config = new ContestantConfig(population(), preset, Clock.systemUTC());
        fill(kind().open(config));
    }

    /** Takes an empty contestant, and fills it. */
    final void fill(Contestant opened) {
        store = opened;
        writes = newWrites();
        reads = newReads();
        fill();
        writes.drain();
        store.drain();
    }

    /** A way to write for the calling thread, which closes it. */
    final WorkloadWrites newWrites() {
        return kind().isByBytes() ? new ByteWrites(store.engine()) : new ObjectWrites(store);
    }

    /** A way to read for the calling thread. */
    final WorkloadReads newReads() {
        return kind().isByBytes() ? new ByteReads(store.engine()) : new ObjectReads(store);
    }

    final void checkAndClose() {
        check();
        writes.close();
        store.close();
        store = null;
    }
}
