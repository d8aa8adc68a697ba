package io.strait.engine.record;

import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordId;
import io.strait.engine.bytes.Words;

/**
 * Records whose key is an id. As a key, an id is a {@link String} or a {@link WordId}; as words it
 * is in commands as {@link CommandWords} says.
 *
 * @param <V> the record as an object
 */
public abstract class IdRecordType<V> extends RecordType<V> {
    private final int idAt;

    IdRecordType(int idAt) {
        this.idAt = idAt;
    }

    abstract int idBytes(long[] words, int at);

    abstract String id(V value);

    /** Where in the record its id begins. */
    public final int idAt() {
        return idAt;
    }

    /** How long the id of a record is, bytes. */
    public final int idLength(long[] words, int at) {
        return idBytes(words, at);
    }

    @Override
    public final int keyHash(Keys keys, long[] words, int at) {
        return keys.ofId(words, at + idAt, idBytes(words, at));
    }

    @Override
    public final boolean hasKeyOf(long[] words, int at, long[] other, int otherAt) {
        return hasId(words, at, other, otherAt + idAt, idBytes(other, otherAt));
    }

    /** Whether a record has the id that a command names. */
    public final boolean hasCommandId(long[] words, int at, long[] command, int idWordsAt) {
        int byteCount = (int) command[idWordsAt + CommandWords.ID_LENGTH];
        return hasId(words, at, command, idWordsAt + CommandWords.ID, byteCount);
    }

    @Override
    public final boolean hasKey(long[] words, int at, Object key) {
        int byteCount = idBytes(words, at);
        return key instanceof WordId packed
                ? packed.isSame(words, at + idAt, byteCount)
                : Words.isUtf8Of(words, at + idAt, byteCount, (String) key);
    }

    @Override
    public final boolean isKeyOf(V value, Object key) {
        return key instanceof WordId packed ? packed.isSame(id(value)) : id(value).equals(key);
    }

    private boolean hasId(long[] words, int at, long[] id, int otherIdAt, int byteCount) {
        return idBytes(words, at) == byteCount
                && Words.isSame(words, at + idAt, id, otherIdAt, byteCount);
    }
}
