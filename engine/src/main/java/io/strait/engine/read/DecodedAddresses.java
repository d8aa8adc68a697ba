package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.engine.record.AddressWords;
import io.strait.engine.record.EncodedAddress;

/**
 * Addresses of what is stored, as objects: a table of a fixed size, in which the newest of two that
 * meet stays. For one thread; allocates for an address that is not there.
 */
final class DecodedAddresses {
    private static final int SIZE = 1 << 6;

    private final EncodedAddress[] entries = new EncodedAddress[SIZE];

    /** The address, or null when what is there cannot be one: it is to be verified afterwards. */
    Address of(long[] words, int at, int code) {
        if (code == AddressWords.NONE) {
            return Address.NONE;
        }
        int index = (int) AddressWords.hash64(words, at, code) & SIZE - 1;
        EncodedAddress entry = entries[index];
        if (entry == null || !entry.isSame(words, at, code)) {
            entry = new EncodedAddress(AddressWords.decode(words, at, code));
            entries[index] = entry;
        }
        return entry.address();
    }
}
