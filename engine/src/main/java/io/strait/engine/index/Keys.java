package io.strait.engine.index;

/**
 * Turns the 64-bit hash of an id into the key under which it is kept. The identity in production; a
 * test narrows the mask to force ids onto few keys, or onto one.
 */
public final class Keys {
    /** Every hash is its own key. */
    public static final Keys STANDARD = new Keys(-1L);

    private final long mask;

    private Keys(long mask) {
        this.mask = mask;
    }

    /**
     * Keys that keep only some bits of the hash.
     *
     * @param mask the bits to keep
     * @return keys that collide wherever the other bits made the difference
     */
    public static Keys masked(long mask) {
        return new Keys(mask);
    }

    /**
     * The key for a hash.
     *
     * @param hash64 the hash of an id
     * @return its key
     */
    public long of(long hash64) {
        return hash64 & mask;
    }
}
