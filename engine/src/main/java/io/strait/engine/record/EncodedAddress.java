package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.api.hotpath.AddressHandle;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;

/** An address with its words, made once for all records that name it. Immutable. */
public final class EncodedAddress implements AddressHandle {
    private final Address address;
    private final WordBuffer words = new WordBuffer(3);
    private final int code;
    private final Object owner;

    /** Encodes an address for nobody in particular. */
    public EncodedAddress(Address address) {
        this(address, null);
    }

    /** Encodes an address for its owner. */
    public EncodedAddress(Address address, Object owner) {
        this.address = address;
        this.owner = owner;
        code = AddressWords.add(address, words);
    }

    @Override
    public Address address() {
        return address;
    }

    /** Whose handle it is. */
    public Object owner() {
        return owner;
    }

    /** The address's code: see {@link AddressWords}. */
    public int code() {
        return code;
    }

    /** Its hash as a key. */
    public int hash(Keys keys) {
        return AddressWords.hash(keys, words.words(), 0, code);
    }

    /** The hash of the address and a number as a key. */
    public int hash(Keys keys, long number) {
        return AddressWords.hash(keys, words.words(), 0, code, number);
    }

    /** Its bytes. */
    public WordBuffer words() {
        return words;
    }

    /** Puts its bytes. */
    public int putTo(long[] target, int at) {
        return words.putTo(target, at);
    }

    /** Whether this is the address of a code and of bytes. */
    public boolean isSame(long[] others, int at, int othersCode) {
        return AddressWords.isSame(words.words(), 0, code, others, at, othersCode);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
