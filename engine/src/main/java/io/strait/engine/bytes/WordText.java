package io.strait.engine.bytes;

import org.agrona.DirectBuffer;

/**
 * A text or a run of bytes as words, set again and again by its owner; kept as it was when what it
 * is to be set to breaks a rule, or cannot be copied. For one thread at a time. Allocates only to
 * grow.
 */
public final class WordText {
    private WordBuffer words;
    private WordBuffer spare;
    private int byteCount;

    /** An empty one. */
    public WordText(int initialWords) {
        words = new WordBuffer(initialWords);
        spare = new WordBuffer(initialWords);
    }

    /** How many bytes it has. */
    public int byteCount() {
        return byteCount;
    }

    /** Its words. */
    public WordBuffer words() {
        return words;
    }

    /** Makes it empty. */
    public void clear() {
        words.clear();
        byteCount = 0;
    }

    /** Sets it to bytes that mean nothing here. */
    public void setBytes(byte[] source, int offset, int length) {
        spare.clear();
        spare.add(source, offset, length);
        takeSpare(length);
    }

    /** Sets it to bytes that mean nothing here. */
    public void setBytes(DirectBuffer source, int offset, int length) {
        spare.clear();
        spare.add(source, offset, length);
        takeSpare(length);
    }

    /** Sets it to a hash: an id in whose {@code 0x} hex the case does not matter. */
    public void setHash(String name, byte[] source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireIdLength(name, length);
        spare.clear();
        spare.add(source, offset, length);
        takeHash(name, length);
    }

    /** Sets it to a hash: an id in whose {@code 0x} hex the case does not matter. */
    public void setHash(String name, DirectBuffer source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireIdLength(name, length);
        spare.clear();
        spare.add(source, offset, length);
        takeHash(name, length);
    }

    /** Sets it to a free text. */
    public void setText(String name, byte[] source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireTextLength(name, length);
        spare.clear();
        spare.add(source, offset, length);
        takeText(name, length);
    }

    /** Sets it to a free text. */
    public void setText(String name, DirectBuffer source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireTextLength(name, length);
        spare.clear();
        spare.add(source, offset, length);
        takeText(name, length);
    }

    private void takeHash(String name, int length) {
        Utf8.requireId(name, spare.words(), 0, length);
        Utf8.canonicalizeHex(spare.words(), 0, length);
        takeSpare(length);
    }

    private void takeText(String name, int length) {
        Utf8.requireWellFormed(name, spare.words(), 0, length);
        takeSpare(length);
    }

    private void takeSpare(int length) {
        WordBuffer last = words;
        words = spare;
        spare = last;
        byteCount = length;
    }
}
