package io.strait.engine.arena;

import java.lang.ref.ReferenceQueue;

/**
 * The pinned positions, the newest first. What dies while one of them can see it is put on a list
 * of the newest that can, as with the dead lists of ZFS's snapshots (Ahrens and others), and is
 * looked at again when that one is gone. Allocates only when a position is pinned. Writer thread
 * only.
 */
public final class Pins {
    private final ReferenceQueue<Object> unreachable = new ReferenceQueue<>();
    private Pin newest;

    Pins() {}

    /** Keeps what a position shows for as long as an object is reachable. */
    void pin(long position, Object holder) {
        Pin pin = new Pin(position, holder, unreachable);
        pin.older = newest;
        if (newest != null) {
            newest.newer = pin;
        }
        newest = pin;
    }

    /** Whether nothing is pinned. */
    public boolean isEmpty() {
        return newest == null;
    }

    /** The newest pin that can see what lived from one position up to another, or null. */
    public Pin seeing(long born, long died) {
        Pin pin = newest;
        while (pin != null && pin.position >= died) {
            pin = pin.older;
        }
        return pin == null || pin.position < born ? null : pin;
    }

    /** One that nobody holds any more, taken out of the list; or null. */
    Pin pollUnreachable() {
        Pin pin = newest == null ? null : (Pin) unreachable.poll();
        if (pin != null) {
            unlink(pin);
        }
        return pin;
    }

    private void unlink(Pin pin) {
        if (pin.newer == null) {
            newest = pin.older;
        } else {
            pin.newer.older = pin.older;
        }
        if (pin.older != null) {
            pin.older.newer = pin.newer;
        }
    }
}
