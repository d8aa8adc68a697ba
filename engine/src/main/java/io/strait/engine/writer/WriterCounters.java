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

    /** The clock takes longer to read than a small batch takes to publish. A power of two. */
    private static final int TIMED_INTERVAL = 64;

    private long batches;
    private long refused;
    private long publishedAtNs;

    /** Whether the last publication's time was noted. The writer's. */
    private boolean isTimed = true;

    /** No counts yet. */
    public WriterCounters(long nowNs) {
        publishedAtNs = nowNs;
    }

    /** A batch was published. The clock is read now and then, or when there is time for it. */
    void batchPublished() {
        BATCHES.setOpaque(this, batches + 1);
        isTimed = false;
        if ((batches & TIMED_INTERVAL - 1) == 0) {
            time();
        }
    }

    /** There is nothing else to do. */
    void idle() {
        if (!isTimed) {
            time();
        }
    }

    private void time() {
        PUBLISHED_AT_NS.setOpaque(this, System.nanoTime());
        isTimed = true;
    }

    void refused() {
        REFUSED.setOpaque(this, refused + 1);
    }

    /** Batches published. */
    public long batchesOpaque() {
        return (long) BATCHES.getOpaque(this);
    }

    /** Writes that the state refused. */
    public long refusedOpaque() {
        return (long) REFUSED.getOpaque(this);
    }

    /** When the writer last published, by {@link System#nanoTime}. */
    public long publishedAtNsOpaque() {
        return (long) PUBLISHED_AT_NS.getOpaque(this);
    }

    private static VarHandle handle(String field) {
        return Fields.handle(MethodHandles.lookup(), field);
    }
}
