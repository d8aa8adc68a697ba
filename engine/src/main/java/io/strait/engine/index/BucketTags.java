package io.strait.engine.index;

/**
 * The word that a bucket of an index begins with: a byte for each of its entries, with some bits of
 * the entry's hash, or zero where there is none; and a byte that counts the entries beyond the
 * bucket. Bytes are compared all at once, as by Mycroft's test for a zero byte (1987), which may
 * name one above a true one, too: whoever is led to an entry compares its hash.
 */
final class BucketTags {
    /** How many entries a bucket has. */
    static final int COUNT = 7;

    private static final long ONES = 0x01_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;

    private static final int BEYOND_SHIFT = COUNT * Byte.SIZE;
    private static final long ONE_BEYOND = 1L << BEYOND_SHIFT;

    /** So many, or more: from then on nobody knows, and all of the segment is searched. */
    private static final long MANY_BEYOND = 0xFF;

    private BucketTags() {}

    /** The entries that may have a hash, as bits, for {@link #index}. */
    static long find(long tags, int hash) {
        long differences = tags ^ tag(hash) * ONES;
        return differences - ONES & ~differences & HIGH_BITS;
    }

    /** Which entry the lowest bit stands for. */
    static int index(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    static boolean isFull(long tags) {
        return (tags & HIGH_BITS) == HIGH_BITS;
    }

    /** The first entry that is free, of a bucket that is not full. */
    static int firstFree(long tags) {
        return index(~tags & HIGH_BITS);
    }

    static long with(long tags, int index, int hash) {
        return tags | tag(hash) << index * Byte.SIZE;
    }

    static long without(long tags, int index) {
        return tags & ~(0xFFL << index * Byte.SIZE);
    }

    static boolean isNothingBeyond(long tags) {
        return tags >>> BEYOND_SHIFT == 0;
    }

    static long withOneMoreBeyond(long tags) {
        return tags >>> BEYOND_SHIFT == MANY_BEYOND ? tags : tags + ONE_BEYOND;
    }

    static long withOneLessBeyond(long tags) {
        return tags >>> BEYOND_SHIFT == MANY_BEYOND ? tags : tags - ONE_BEYOND;
    }

    /** Bits that neither choose the segment nor the bucket, with a high bit: never zero. */
    private static long tag(int hash) {
        return hash >>> 12 & 0x7F | 0x80;
    }
}
