package io.strait.engine.record;

import io.strait.api.domain.Address;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Encoded addresses, for those who look up by one: a table of a fixed size, in which an old address
 * makes room for a new one. Any thread; allocates for an address that is not there.
 */
public final class AddressCache {
    private static final int SETS = 1 << 8;
    private static final int WAYS = 1 << 3;
    private static final VarHandle ENTRY =
            MethodHandles.arrayElementVarHandle(EncodedAddress[].class);

    private final EncodedAddress[] entries = new EncodedAddress[SETS * WAYS];

    /** An empty cache. */
    public AddressCache() {}

    /** The address, encoded. */
    public EncodedAddress of(Address address) {
        int first = ((int) address.hash64() & SETS - 1) * WAYS;
        for (int i = first; i < first + WAYS; i++) {
            // Acquire, paired with the release in add: a thread that sees the entry sees its words.
            EncodedAddress entry = (EncodedAddress) ENTRY.getAcquire(entries, i);
            if (entry == null) {
                return add(i, address);
            }
            if (entry.address().equals(address)) {
                return entry;
            }
        }
        return add(first + ((int) (address.hash64() >>> Integer.SIZE) & WAYS - 1), address);
    }

    private EncodedAddress add(int index, Address address) {
        EncodedAddress added = new EncodedAddress(address);
        ENTRY.setRelease(entries, index, added);
        return added;
    }
}
