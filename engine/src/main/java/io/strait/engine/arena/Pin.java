package io.strait.engine.arena;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A position that a snapshot holds, and what is kept for it alone, until nobody holds the snapshot
 * any more. Writer thread only.
 */
public final class Pin extends WeakReference<Object> {
    final long position;

    /** Cells that died after this position and before the next pinned one, as a list. */
    int cells = Cells.NONE;

    Pin older;
    Pin newer;

    /** The next one of those that nobody holds any more. */
    Pin nextUnreachable;

    /** What an observer keeps with the pin: see {@link PinObserver}. */
    private Object kept;

    Pin(long position, Object holder, ReferenceQueue<Object> unreachable) {
        super(holder, unreachable);
        this.position = position;
    }

    /** The pinned position. */
    public long position() {
        return position;
    }

    /** What was last kept, or null. */
    public Object kept() {
        return kept;
    }

    /** Keeps something. */
    public void keep(Object value) {
        kept = value;
    }
}
