package io.strait.engine.lane;

import io.strait.engine.bytes.WordBuffer;

/**
 * Buffers for threads to put their writes together in. One that does not come back, because
 * something was thrown, is replaced. Any thread.
 */
final class Encoders {
    private static final int FIRST_WORDS = 128;
    private static final int MOST_WORDS_KEPT = 1 << 13;

    private final LoanPlaces<WordBuffer> places = new LoanPlaces<>();

    WordBuffer borrow() {
        WordBuffer lent = places.take();
        return lent == null ? new WordBuffer(FIRST_WORDS) : lent;
    }

    /** Keeps no more than usual writes need, and nothing of what was written. */
    void giveBack(WordBuffer buffer) {
        if (buffer.words().length <= MOST_WORDS_KEPT) {
            buffer.wipe();
            places.giveBack(buffer);
        }
    }
}
