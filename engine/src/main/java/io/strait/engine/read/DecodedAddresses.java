package io.strait.engine.read;

import io.strait.api.domain.Address;
import io.strait.engine.bytes.Keys;
import io.strait.engine.record.AddressWords;
import io.strait.engine.record.EncodedAddress;

/**
 * Addresses of what is stored, as objects: a table of a fixed size, in which an old address makes
 * room for a new one. For one thread; allocates for an address that is not there.
 */
final class DecodedAddresses {
    private static final int SETS = 1 << 5;
    private static final int WAYS = 1 << 2;

    private final EncodedAddress[] entries = new EncodedAddress[SETS * WAYS];
    private final Keys keys;

    /** None yet. */
    DecodedAddresses(Keys keys) {
        this.keys = keys;
    }

    /** The address of words that are known to be one. */
    Address of(long[] words, int at, int code) {
        if (code == AddressWords.NONE) {
            return Address.NONE;
        }
        int hash = AddressWords.hash(keys, words, at, code);
        int first = (hash & SETS - 1) * WAYS;
        for (int i = first; i < first + WAYS; i++) {
            EncodedAddress entry = entries[i];
            if (entry == null) {
                return add(i, words, at, code);
            }
            if (entry.isSame(words, at, code)) {
                return entry.address();
            }
        }
        return add(first + (hash >>> Short.SIZE & WAYS - 1), words, at, code);
    }

    private Address add(int index, long[] words, int at, int code) {
        EncodedAddress added = new EncodedAddress(AddressWords.decode(words, at, code));
        entries[index] = added;
        return added.address();
    }
}
