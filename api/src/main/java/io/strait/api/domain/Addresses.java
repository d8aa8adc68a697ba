package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;

/** Checks of addresses in arguments. */
final class Addresses {
    private Addresses() {}

    static Address required(String name, Address address) {
        if (Require.notNull(name, address).equals(Address.NONE)) {
            throw new InvalidArgumentException(name, "''", "must not be none");
        }
        return address;
    }
}
