package io.strait.engine.bytes;

import org.agrona.DirectBuffer;

/**
 * A text or a run of bytes as words, set again and again by its owner; kept as it was when what it
 * is to be set to breaks a rule, or cannot be copied. For one thread at a time. Allocates only to
 * grow.
 */
public final class WordText {
    /** The text is in one of them; the other one is for the next text. */
    private final WordBuffer one;

    private final WordBuffer other;
    private boolean isInOther;
    private int byteCount;

    /** An empty one. */
    public WordText(int initialWords) {
        one = new WordBuffer(initialWords);
        other = new WordBuffer(initialWords);
    }

    /** How many bytes it has. */
    public int byteCount() {
        return byteCount;
    }

    /** Its words. */
    public WordBuffer words() {
        return isInOther ? other : one;
    }

    /** How many words it has. */
    public int wordCount() {
        return Words.wordCount(byteCount);
    }

    /** Puts its words at an index; returns where they end. */
    public int putTo(long[] target, int at) {
        return Words.copy(words().words(), 0, target, at, wordCount());
    }

    /** Makes it empty. */
    public void clear() {
        words().clear();
        byteCount = 0;
    }

    /** Sets it to bytes that mean nothing here. */
    public void setBytes(byte[] source, int offset, int length) {
        spare().add(source, offset, length);
        takeSpare(length);
    }

    /** Sets it to bytes that mean nothing here. */
    public void setBytes(DirectBuffer source, int offset, int length) {
        spare().add(source, offset, length);
        takeSpare(length);
    }

    /** Sets it to a hash: an id in whose {@code 0x} hex the case does not matter. */
    public void setHash(String name, byte[] source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireIdLength(name, length);
        WordBuffer spare = spare();
        takeHash(name, spare.add(source, offset, length), spare.words(), length);
    }

    /** Sets it to a hash: an id in whose {@code 0x} hex the case does not matter. */
    public void setHash(String name, DirectBuffer source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireIdLength(name, length);
        WordBuffer spare = spare();
        takeHash(name, spare.add(source, offset, length), spare.words(), length);
    }

    /** Sets it to a free text. */
    public void setText(String name, byte[] source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireTextLength(name, length);
        WordBuffer spare = spare();
        takeText(name, spare.add(source, offset, length), spare.words(), length);
    }

    /** Sets it to a free text. */
    public void setText(String name, DirectBuffer source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        Utf8.requireTextLength(name, length);
        WordBuffer spare = spare();
        takeText(name, spare.add(source, offset, length), spare.words(), length);
    }

    private void takeHash(String name, long all, long[] spare, int length) {
        Utf8.requireId(name, all, spare, 0, length);
        Utf8.canonicalizeHex(spare, 0, length);
        takeSpare(length);
    }

    private void takeText(String name, long all, long[] spare, int length) {
        Utf8.requireWellFormed(name, all, spare, 0, length);
        takeSpare(length);
    }

    private WordBuffer spare() {
        WordBuffer spare = isInOther ? one : other;
        spare.clear();
        return spare;
    }

    private void takeSpare(int length) {
        isInOther = !isInOther;
        byteCount = length;
    }
}
