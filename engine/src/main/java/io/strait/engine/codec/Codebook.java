package io.strait.engine.codec;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.Words;
import org.agrona.DirectBuffer;

/**
 * What encoding and decoding have in common in one engine: its handles and its limits. A draft of
 * another engine is known by its codebook.
 *
 * @param chains the chains by number
 * @param addresses the addresses by number
 * @param limits the engine's limits
 */
public record Codebook(ChainHandles chains, AddressHandles addresses, Limits limits) {
    /** The number of an address that is one. */
    int requiredIndex(String name, AddressHandle handle) {
        int index = addresses.indexOf(name, handle);
        if (addresses.address(index).isNone()) {
            throw new InvalidArgumentException(name, "''", "must be an address");
        }
        return index;
    }

    /**
     * Checks where a payload lies and how long it is.
     *
     * @param name the argument's name
     * @param source the payload is in here
     * @param offset index of its first byte
     * @param length its length
     */
    public void requirePayload(String name, byte[] source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        requirePayloadLength(name, length);
    }

    /**
     * Checks where a payload lies and how long it is.
     *
     * @param name the argument's name
     * @param source the payload is in here
     * @param offset index of its first byte
     * @param length its length
     */
    public void requirePayload(String name, DirectBuffer source, int offset, int length) {
        Words.requireRange(name, source, offset, length);
        requirePayloadLength(name, length);
    }

    Address address(WordReader words) {
        return addresses.address((int) words.next());
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
