package io.strait.engine.bytes;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.PackedId;
import io.strait.api.internal.Require;
import org.agrona.DirectBuffer;

/** An id as words: as a lane takes it, how many bytes it has comes first, then the id. */
public final class WordId implements PackedId {
    private static final String NAME = "id";

    /** Where the id begins, as a lane takes it. */
    public static final int ID_AT = 1;

    private final WordBuffer encoded =
            new WordBuffer(ID_AT + Words.wordCount(Require.MAX_ID_BYTES) + 1);

    /** Long enough for any id from the beginning, so that they stay the same. */
    private final long[] words = encoded.words();

    private int byteCount;

    /** Its hash with the keys that it was hashed with last; null for none. */
    private int hash;

    private Keys hashedWith;

    /** The first words of the id again, where a look-up has them at once. */
    private long first;

    private long second;

    /** An empty id. */
    public WordId() {}

    /**
     * The engine's own form of an id that a user gave.
     *
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
        byteCount = 0;
        Words.requireRange(NAME, source, offset, length);
        Utf8.requireIdLength(NAME, length);
        return take(Words.pack(source, offset, length, words, ID_AT), length);
    }

    @Override
    public PackedId set(DirectBuffer source, int offset, int length) {
        byteCount = 0;
        Words.requireRange(NAME, source, offset, length);
        Utf8.requireIdLength(NAME, length);
        return take(Words.pack(source, offset, length, words, ID_AT), length);
    }

    @Override
    public PackedId set(CharSequence text) {
        byteCount = 0;
        encoded.truncate(ID_AT);
        return taken(encoded.addId(NAME, text));
    }

    @Override
    public int length() {
        return byteCount;
    }

    /** The hash of the id, which is made when it is first asked for. */
    public int hash(Keys keys) {
        if (hashedWith != keys) {
            hash = keys.ofId(words, ID_AT, byteCount);
            hashedWith = keys;
        }
        return hash;
    }

    /** The id as a lane takes it. */
    public WordBuffer encoded() {
        return encoded;
    }

    /** Whether a text is the same id. Allocates nothing. */
    public boolean isSame(String text) {
        return Words.isUtf8Of(encoded.words(), ID_AT, byteCount, text);
    }

    /** Whether the packed bytes are the same id. Allocates nothing. */
    public boolean isSame(long[] others, int at, int length) {
        return length == byteCount
                && others[at] == first
                && (length <= Long.BYTES || others[at + 1] == second)
                && (length <= 2 * Long.BYTES || hasSameRest(others, at));
    }

    private boolean hasSameRest(long[] others, int at) {
        int wordCount = Words.wordCount(byteCount);
        for (int i = 2; i < wordCount; i++) {
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

    private WordId take(long all, int length) {
        Utf8.requireId(NAME, all, words, ID_AT, length);
        encoded.truncate(ID_AT + Words.wordCount(length));
        return taken(length);
    }

    private WordId taken(int length) {
        hashedWith = null;
        words[0] = length;
        first = words[ID_AT];
        second = words[ID_AT + 1];
        byteCount = length;
        return this;
    }
}
