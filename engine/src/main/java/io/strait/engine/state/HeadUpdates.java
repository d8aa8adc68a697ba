package io.strait.engine.state;

import io.strait.engine.image.ChainHead;
import java.util.Arrays;

/**
 * The heads whose value was set since the last publication, each once. Read and cleared by whoever
 * publishes. Allocates only to grow.
 */
public final class HeadUpdates {
    private static final int INITIAL_CAPACITY = 16;

    private HeadSource[] entries = new HeadSource[INITIAL_CAPACITY];
    private int count;

    HeadUpdates() {}

    void add(HeadSource entry) {
        if (!entry.headUpdated()) {
            entry.headUpdated(true);
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, count * 2);
            }
            entries[count++] = entry;
        }
    }

    /**
     * How many heads there are to update.
     *
     * @return the number of heads
     */
    public int count() {
        return count;
    }

    /**
     * A head to update.
     *
     * @param index from 0 to {@code count() - 1}
     * @return the head
     */
    public ChainHead head(int index) {
        return entries[index].head();
    }

    /**
     * What to update a head to.
     *
     * @param index from 0 to {@code count() - 1}
     * @return such as the chain's last processed block
     */
    public long value(int index) {
        return entries[index].headValue();
    }

    /** Forgets all of them: they are published. */
    public void clear() {
        for (int i = 0; i < count; i++) {
            entries[i].headUpdated(false);
            entries[i] = null;
        }
        count = 0;
    }
}
