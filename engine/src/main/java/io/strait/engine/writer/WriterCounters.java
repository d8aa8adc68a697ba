package io.strait.engine.writer;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What the writer counts: written by the writer thread alone, read by any thread at any time. All
 * accesses are opaque: each number is whole and never stale for long, and orders nothing.
 */
public final class WriterCounters {
    private static final VarHandle BATCHES = handle("batches");
    private static final VarHandle REFUSED = handle("refused");
    private static final VarHandle PUBLISHED_AT_NS = handle("publishedAtNs");

    private long batches;
    private long refused;
    private long publishedAtNs;

    /**
     * No counts yet.
     *
     * @param nowNs the time at which the empty state was published, by {@link System#nanoTime}
     */
    public WriterCounters(long nowNs) {
        publishedAtNs = nowNs;
    }

    void batchPublished(long nowNs) {
        BATCHES.setOpaque(this, batches + 1);
        PUBLISHED_AT_NS.setOpaque(this, nowNs);
    }

    void refused() {
        REFUSED.setOpaque(this, refused + 1);
    }

    /**
     * Batches published.
     *
     * @return their number
     */
    public long batchesOpaque() {
        return (long) BATCHES.getOpaque(this);
    }

    /**
     * Writes that the state refused.
     *
     * @return their number
     */
    public long refusedOpaque() {
        return (long) REFUSED.getOpaque(this);
    }

    /**
     * When the writer last published, by {@link System#nanoTime}.
     *
     * @return nanoseconds
     */
    public long publishedAtNsOpaque() {
        return (long) PUBLISHED_AT_NS.getOpaque(this);
    }

    private static VarHandle handle(String field) {
        return Fields.handle(MethodHandles.lookup(), field);
    }
}
