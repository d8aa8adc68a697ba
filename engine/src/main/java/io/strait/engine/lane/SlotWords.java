package io.strait.engine.lane;

/**
 * The slots of a lane, one after the other in memory, a word each: eight of them share a cache
 * line, so that few lines travel from the producer's core to the writer's. Plain accesses: the
 * sequences of the lane say whose a slot is.
 */
final class SlotWords {
    /** Keeps what precedes and follows in memory off the lines of the slots. */
    private static final int PADDING = 16;

    private final long[] words;
    private final int mask;

    SlotWords(int capacity) {
        words = new long[PADDING + capacity + PADDING];
        mask = capacity - 1;
    }

    void set(long sequence, long word) {
        words[indexOf(sequence)] = word;
    }

    long get(long sequence) {
        return words[indexOf(sequence)];
    }

    /** The words of all slots. */
    long[] all() {
        return words;
    }

    /** How many slots there are from this one to the end of the ring. */
    int slotsToEnd(long sequence) {
        return mask + 1 - ((int) sequence & mask);
    }

    int indexOf(long sequence) {
        return PADDING + ((int) sequence & mask);
    }
}
