package io.strait.engine.flat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A position that somebody has captured, and what is kept for it alone, until nobody holds what
 * captured it any more. Writer thread only.
 */
final class Pin extends WeakReference<Object> {
    final long position;

    /** Blocks that died after this position and before the next pinned one, as lists. */
    int nodes = Blocks.NONE;

    int cells = Blocks.NONE;

    Pin older;
    Pin newer;

    /** The next one of those that nobody holds any more, while these are looked through. */
    Pin nextGone;

    boolean gone;

    Pin(long position, Object holder, ReferenceQueue<Object> gone) {
        super(holder, gone);
        this.position = position;
    }
}
