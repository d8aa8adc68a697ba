package io.strait.engine.draft;

import io.strait.api.hotpath.PackedId;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordId;
import io.strait.engine.bytes.Words;

/** The id of a draft: a copy, because the packed id may be set again before the draft is sent. */
final class DraftId {
    private final String name;
    private final WordBuffer words = new WordBuffer(16);
    private int byteCount;
    private long hash64;

    /** No id. The name is that of an id in what is thrown. */
    DraftId(String name) {
        this.name = name;
    }

    void clear() {
        words.clear();
        byteCount = 0;
    }

    void set(PackedId value) {
        WordId own = WordId.require(name, value);
        // None while it is copied, lest an error in between leave half of it.
        clear();
        own.addTo(words);
        hash64 = own.hash64();
        byteCount = own.length();
    }

    /** Throws when there is none. */
    void requireSet() {
        if (byteCount == 0) {
            throw WordDraft.missing(name);
        }
    }

    WordBuffer words() {
        return words;
    }

    int byteCount() {
        return byteCount;
    }

    long hash64() {
        return hash64;
    }

    @Override
    public String toString() {
        return Words.toText(words.words(), 0, byteCount);
    }
}
