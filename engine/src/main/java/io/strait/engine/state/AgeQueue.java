package io.strait.engine.state;

/**
 * Entries in the order in which they came to some status, so that the oldest can go first. Linked
 * through the entries themselves: adding and removing take constant time and allocate nothing. An
 * entry is in at most one queue.
 */
final class AgeQueue<V> {
    private Entry<V> oldest;
    private Entry<V> newest;
    private int size;

    int size() {
        return size;
    }

    Entry<V> oldest() {
        return oldest;
    }

    boolean contains(Entry<V> entry) {
        return entry.queue == this;
    }

    void add(Entry<V> entry) {
        assert entry.queue == null : "entry is queued already: " + entry.id();
        entry.queue = this;
        entry.older = newest;
        if (newest == null) {
            oldest = entry;
        } else {
            newest.newer = entry;
        }
        newest = entry;
        size++;
    }

    void remove(Entry<V> entry) {
        assert entry.queue == this : "entry is not queued here: " + entry.id();
        if (entry.older == null) {
            oldest = entry.newer;
        } else {
            entry.older.newer = entry.newer;
        }
        if (entry.newer == null) {
            newest = entry.older;
        } else {
            entry.newer.older = entry.older;
        }
        entry.queue = null;
        entry.older = null;
        entry.newer = null;
        size--;
    }

    /** Takes the entry out of whichever queue holds it; does nothing when none does. */
    static <V> void removeFromAny(Entry<V> entry) {
        if (entry.queue != null) {
            entry.queue.remove(entry);
        }
    }
}
