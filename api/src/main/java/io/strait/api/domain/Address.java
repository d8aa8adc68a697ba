package io.strait.api.domain;

import io.strait.api.internal.Hash64;
import io.strait.api.internal.Hex;
import io.strait.api.internal.Require;

/**
 * An address: 1 to 128 bytes of UTF-8, opaque. An address that is {@code 0x} hex is kept in lower
 * case, so that two spellings of it are equal everywhere; any other address is compared as it is
 * written.
 *
 * <p>It has no getter by the rules of beans, on purpose: a mapper to JSON that goes by getters
 * refuses it, instead of leaving out the text.
 *
 * <p>Immutable. Keep and reuse an address that is used often: its key is computed once.
 */
public final class Address implements Comparable<Address> {
    /** No address: the empty text. */
    public static final Address NONE = new Address("");

    private final String value;
    private final long hash64;

    private Address(String value) {
        this.value = value;
        this.hash64 = Hash64.of(value);
    }

    /**
     * The address with the given text.
     *
     * @param value the text; not blank, 1 to 128 bytes of UTF-8
     * @return the address
     * @throws io.strait.api.error.InvalidArgumentException when the text breaks the rule
     */
    public static Address of(String value) {
        return new Address(Hex.canonical(Require.id("address", value)));
    }

    /**
     * The canonical text.
     *
     * @return the text, in lower case when it is {@code 0x} hex; empty for {@link #NONE}
     */
    public String value() {
        return value;
    }

    /**
     * A 64-bit hash of the text, the same in every run. Not unique.
     *
     * @return the hash
     */
    public long hash64() {
        return hash64;
    }

    @Override
    public int compareTo(Address other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Address that
                        && hash64 == that.hash64
                        && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash64);
    }

    @Override
    public String toString() {
        return value;
    }
}
