package io.strait.engine.draft;

import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.bytes.WordBuffer;

/** A draft as a lane takes it: the words of a command, as {@code CommandWords} says. */
public abstract class WordDraft {
    final Drafts drafts;

    private final WordBuffer encoded = new WordBuffer(64);

    WordDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The engine's own form of a draft that a user gave. */
    public static WordDraft require(String name, Object draft, Drafts drafts) {
        if (draft instanceof WordDraft own && own.drafts == drafts) {
            return own;
        }
        throw new InvalidArgumentException(name, draft, "must be a draft of this engine");
    }

    /** The draft encoded; valid until the next call. Throws when a part is missing. */
    public final WordBuffer encode() {
        encoded.clear();
        encodeTo(encoded);
        return encoded;
    }

    /** The argument that goes with the opcode. */
    public int argument() {
        return 0;
    }

    /** Adds the words, or throws when a part is missing. */
    abstract void encodeTo(WordBuffer target);

    static InvalidArgumentException missing(String name) {
        return new InvalidArgumentException(name, null, "must be set");
    }
}
