package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.engine.bytes.Keys;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Encoded addresses, for those who look up by one: a table of a fixed size, in which an old address
 * makes room for a new one. Any thread; allocates for an address that is not there.
 *
 * <p>Nobody can choose addresses that meet in it, since it goes by keyed hashes. They may meet in
 * the table in front of it, which goes by the hash that an address has anyway: that costs a look
 * behind it.
 */
public final class AddressCache {
    private static final int SETS = 1 << 8;
    private static final int WAYS = 1 << 3;
    private static final VarHandle ENTRY =
            MethodHandles.arrayElementVarHandle(EncodedAddress[].class);

    private final EncodedAddress[] front = new EncodedAddress[SETS * WAYS];
    private final EncodedAddress[] entries = new EncodedAddress[SETS * WAYS];
    private final Keys keys;

    /** An empty cache. */
    public AddressCache(Keys keys) {
        this.keys = keys;
    }

    /** The address, encoded. */
    public EncodedAddress of(Address address) {
        int index = (int) address.hash64() & front.length - 1;
        // Acquire, paired with the release in put: a thread that sees the entry sees its words.
        EncodedAddress entry = (EncodedAddress) ENTRY.getAcquire(front, index);
        if (entry != null && entry.address().equals(address)) {
            return entry;
        }
        return put(front, index, find(address));
    }

    private EncodedAddress find(Address address) {
        int hash = keys.ofId(address.value());
        int first = (hash & SETS - 1) * WAYS;
        for (int i = first; i < first + WAYS; i++) {
            // Acquire, paired with the release in put.
            EncodedAddress entry = (EncodedAddress) ENTRY.getAcquire(entries, i);
            if (entry == null) {
                return put(entries, i, new EncodedAddress(address));
            }
            if (entry.address().equals(address)) {
                return entry;
            }
        }
        int old = first + (hash >>> Short.SIZE & WAYS - 1);
        return put(entries, old, new EncodedAddress(address));
    }

    private static EncodedAddress put(EncodedAddress[] table, int index, EncodedAddress entry) {
        ENTRY.setRelease(table, index, entry);
        return entry;
    }
}
