package io.strait.engine.lane;

import io.strait.engine.bytes.WordBuffer;

/**
 * A buffer for each thread to put its writes together in; it knows nothing of any engine. One that
 * is not empty is in use, or was when something was thrown: then the thread gets another one.
 */
final class Encoders {
    private static final int FIRST_WORDS = 128;
    private static final int MOST_WORDS_KEPT = 1 << 13;
    private static final ThreadLocal<WordBuffer> BUFFER = new ThreadLocal<>();

    private Encoders() {}

    static WordBuffer borrow() {
        WordBuffer buffer = BUFFER.get();
        if (buffer == null || buffer.count() > 0) {
            buffer = new WordBuffer(FIRST_WORDS);
            BUFFER.set(buffer);
        }
        return buffer;
    }

    /** A thread keeps no more than usual writes need. */
    static void giveBack(WordBuffer buffer) {
        buffer.clear();
        if (buffer.words().length > MOST_WORDS_KEPT) {
            BUFFER.remove();
        }
    }
}
