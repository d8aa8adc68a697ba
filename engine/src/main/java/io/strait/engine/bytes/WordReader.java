package io.strait.engine.bytes;

import io.strait.api.domain.Bytes;

/** Goes through a run of words, one after the other. For one thread; reused. */
public final class WordReader {
    private long[] words;
    private int next;

    /** At no words yet. */
    public WordReader() {}

    /**
     * Begins at a word.
     *
     * @param source the words
     * @param at index of the first
     * @return this
     */
    public WordReader start(long[] source, int at) {
        words = source;
        next = at;
        return this;
    }

    /**
     * Takes a word.
     *
     * @return the word
     */
    public long next() {
        return words[next++];
    }

    /**
     * Passes words by.
     *
     * @param count how many
     */
    public void skip(int count) {
        next += count;
    }

    /**
     * Takes a text.
     *
     * @param byteCount how many bytes it has
     * @return the text, newly allocated
     */
    public String text(int byteCount) {
        String text = Words.toText(words, next, byteCount);
        next += Words.wordCount(byteCount);
        return text;
    }

    /**
     * Takes a run of bytes.
     *
     * @param byteCount how many
     * @return the bytes, newly allocated
     */
    public Bytes bytes(int byteCount) {
        Bytes bytes = Bytes.copyOf(Words.toBytes(words, next, byteCount));
        next += Words.wordCount(byteCount);
        return bytes;
    }
}
