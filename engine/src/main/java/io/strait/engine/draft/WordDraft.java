package io.strait.engine.draft;

import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.bytes.WordSource;

/**
 * A draft as a lane takes it: the words of a command, as {@code CommandWords} says, put together in
 * the lane itself.
 */
public abstract class WordDraft implements WordSource {
    final Drafts drafts;

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

    /** The argument that goes with the opcode. */
    public int argument() {
        return 0;
    }

    static InvalidArgumentException missing(String name) {
        return new InvalidArgumentException(name, null, "must be set");
    }
}
