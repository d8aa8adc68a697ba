package io.strait.engine.bytes;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.PackedId;
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import org.agrona.DirectBuffer;

/**
 * An id as words, with its hash: as a lane takes it, the hash comes first, then how many bytes the
 * id has, then the id.
 */
public final class WordId implements PackedId {
    private static final String NAME = "id";

    private static final int ID_AT = 2;

    private final WordBuffer encoded =
            new WordBuffer(ID_AT + Words.wordCount(Require.MAX_ID_BYTES) + 1);

    /** Long enough for any id from the beginning, so that they stay the same. */
    private final long[] words = encoded.words();

    private int byteCount;

    /** The first of the words again, where a look-up has it at once. */
    private long hash64;

    /** An empty id. */
    public WordId() {
        clear();
    }

    /**
     * The engine's own form of an id that a user gave.
     *
     * @param name the argument's name
     * @param id the argument
     * @return the same object
     * @throws InvalidArgumentException when it is null, empty, or not made by an engine
     */
    public static WordId require(String name, PackedId id) {
        if (id instanceof WordId own && own.byteCount > 0) {
            return own;
        }
        throw new InvalidArgumentException(
                name, id, "must be an id that an engine made and that is set");
    }

    @Override
    public PackedId set(byte[] source, int offset, int length) {
        clear();
        Words.requireRange(NAME, source, offset, length);
        Utf8.requireIdLength(NAME, length);
        encoded.add(source, offset, length);
        return take(length);
    }

    @Override
    public PackedId set(DirectBuffer source, int offset, int length) {
        clear();
        Words.requireRange(NAME, source, offset, length);
        Utf8.requireIdLength(NAME, length);
        encoded.add(source, offset, length);
        return take(length);
    }

    @Override
    public PackedId set(CharSequence text) {
        clear();
        return hashed(encoded.addId(NAME, text));
    }

    @Override
    public int length() {
        return byteCount;
    }

    /**
     * The hash of the id.
     *
     * @return that of {@link Hash64}
     */
    public long hash64() {
        return hash64;
    }

    /**
     * The id as a lane takes it.
     *
     * @return to be looked at only
     */
    public WordBuffer encoded() {
        return encoded;
    }

    /**
     * Adds the id alone.
     *
     * @param target where to
     */
    public void addTo(WordBuffer target) {
        target.add(encoded.words(), ID_AT, encoded.count() - ID_AT);
    }

    /**
     * Whether a text is the same id. Allocates nothing.
     *
     * @param text an id as it is stored
     * @return whether its UTF-8 form is this one
     */
    public boolean isSame(String text) {
        return Words.isUtf8Of(encoded.words(), ID_AT, byteCount, text);
    }

    /**
     * Whether the packed bytes are the same id. Allocates nothing.
     *
     * @param others the bytes are in here
     * @param at index of their first word
     * @param length how many they are
     * @return whether they are this id's
     */
    public boolean isSame(long[] others, int at, int length) {
        if (length != byteCount || words[ID_AT] != others[at]) {
            return false;
        }
        for (int i = 1; i < Words.wordCount(length); i++) {
            if (words[ID_AT + i] != others[at + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Words.toText(encoded.words(), ID_AT, byteCount);
    }

    private void clear() {
        encoded.clear();
        encoded.add(0);
        encoded.add(0);
        byteCount = 0;
    }

    private WordId take(int length) {
        Utf8.requireId(NAME, encoded.words(), ID_AT, length);
        return hashed(length);
    }

    private WordId hashed(int length) {
        hash64 = Hash64.of(words, ID_AT, length);
        words[0] = hash64;
        words[1] = length;
        byteCount = length;
        return this;
    }
}
