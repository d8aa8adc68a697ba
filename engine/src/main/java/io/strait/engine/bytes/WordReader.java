package io.strait.engine.bytes;

import io.strait.api.domain.Bytes;

/** Goes through a run of words, one after the other. For one thread; reused. */
public final class WordReader {
    private long[] words;
    private int next;

    /** At no words yet. */
    public WordReader() {}

    /** Begins at a word. */
    public WordReader start(long[] source, int at) {
        words = source;
        next = at;
        return this;
    }

    /** Takes a word. */
    public long next() {
        return words[next++];
    }

    /** Takes a text. */
    public String text(int byteCount) {
        String text = Words.toText(words, next, byteCount);
        next += Words.wordCount(byteCount);
        return text;
    }

    /** Takes a run of bytes. */
    public Bytes bytes(int byteCount) {
        Bytes bytes = Bytes.copyOf(Words.toBytes(words, next, byteCount));
        next += Words.wordCount(byteCount);
        return bytes;
    }
}
