package io.strait.engine.draft;

import io.strait.api.Limits;
import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.Words;
import org.agrona.DirectBuffer;

/**
 * What an engine's drafts have in common: its handles, its limits, and how it hashes keys. A draft
 * of another engine is known by it.
 */
public record Drafts(Handles handles, Limits limits, Keys keys) {
    /** Checks where a payload lies and how long it is. */
    public void requirePayload(String name, byte[] source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        requirePayloadLength(name, length);
    }

    /** Checks where a payload lies and how long it is. */
    public void requirePayload(String name, DirectBuffer source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        requirePayloadLength(name, length);
    }

    private void requirePayloadLength(String name, int length) {
        if (length > limits.maxPayloadBytes()) {
            throw new InvalidArgumentException(
                    name + ".length",
                    length,
                    "is more than maxPayloadBytes=" + limits.maxPayloadBytes());
        }
    }
}
