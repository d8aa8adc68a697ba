package io.strait.engine.codec;

import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.word.WordBuffer;

/** A draft as a lane takes it. */
public abstract class EncodedWrite {
    final Codebook codebook;
    private final WordBuffer encoded = new WordBuffer(64);

    EncodedWrite(Codebook codebook) {
        this.codebook = codebook;
    }

    /**
     * The engine's own form of a draft that a user gave, encoded.
     *
     * @param name the argument's name
     * @param draft the argument
     * @param codebook the engine's
     * @return its words, valid until it is changed or encoded again
     * @throws InvalidArgumentException when it is null, of another engine, or incomplete
     */
    public static WordBuffer encode(String name, Object draft, Codebook codebook) {
        EncodedWrite own = requireOwn(name, draft, codebook);
        own.encoded.clear();
        own.encodeTo(own.encoded);
        return own.encoded;
    }

    static EncodedWrite requireOwn(String name, Object draft, Codebook codebook) {
        if (draft instanceof EncodedWrite own && own.codebook == codebook) {
            return own;
        }
        throw new InvalidArgumentException(name, draft, "must be a draft of this engine");
    }

    /** Adds the words, or throws when a part is missing. */
    abstract void encodeTo(WordBuffer target);

    static InvalidArgumentException missing(String name) {
        return new InvalidArgumentException(name, null, "must be set");
    }
}
