package io.strait.engine.record;

import io.strait.api.domain.Address;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Encoded addresses, for those who look up by one: a table of a fixed size, in which the newest of
 * two that meet stays. Any thread; allocates for an address that is not there.
 */
public final class AddressCache {
    private static final int SIZE = 1 << 10;
    private static final VarHandle ENTRY =
            MethodHandles.arrayElementVarHandle(EncodedAddress[].class);

    private final EncodedAddress[] entries = new EncodedAddress[SIZE];

    /** An empty cache. */
    public AddressCache() {}

    /** The address, encoded. */
    public EncodedAddress of(Address address) {
        int index = (int) address.hash64() & SIZE - 1;
        // Acquire, paired with the release below: who sees the entry sees its words.
        EncodedAddress entry = (EncodedAddress) ENTRY.getAcquire(entries, index);
        if (entry == null || !entry.address().equals(address)) {
            entry = new EncodedAddress(address);
            ENTRY.setRelease(entries, index, entry);
        }
        return entry;
    }
}
