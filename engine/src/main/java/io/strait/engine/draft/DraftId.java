package io.strait.engine.draft;

import io.strait.api.hotpath.PackedId;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordId;
import io.strait.engine.bytes.Words;

/** The id of a draft: a copy, because the packed id may be set again before the draft is sent. */
final class DraftId {
    private final String name;
    private final WordBuffer encoded = new WordBuffer(24);
    private int byteCount;

    /** No id. The name is that of an id in what is thrown. */
    DraftId(String name) {
        this.name = name;
    }

    void clear() {
        encoded.clear();
        byteCount = 0;
    }

    void set(PackedId value) {
        WordId own = WordId.require(name, value);
        // None while it is copied, lest an error in between leave half of it.
        clear();
        encoded.add(own.encoded());
        byteCount = own.length();
    }

    /** Throws when there is none. */
    void requireSet() {
        if (byteCount == 0) {
            throw WordDraft.missing(name);
        }
    }

    /** How many words the id alone has. */
    int wordCount() {
        return Words.wordCount(byteCount);
    }

    /** Puts the id alone, without its length. */
    int putTo(long[] target, int at) {
        return Words.copy(encoded.words(), WordId.ID_AT, target, at, wordCount());
    }

    int byteCount() {
        return byteCount;
    }

    int hash(Keys keys) {
        return keys.ofId(encoded.words(), WordId.ID_AT, byteCount);
    }

    @Override
    public String toString() {
        return Words.toText(encoded.words(), WordId.ID_AT, byteCount);
    }
}
