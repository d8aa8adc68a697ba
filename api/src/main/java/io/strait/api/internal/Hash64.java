package io.strait.api.internal;

/**
 * Maps ids to 64-bit keys: the text's UTF-8 bytes, taken eight at a time as little-endian words,
 * each folded in by a multiplication, finished by the 64-bit mixer of MurmurHash3 (Austin Appleby,
 * public domain), so that all bits depend on all bytes. Equal text has an equal key on every
 * machine and in every version. Different texts may share a key, and can be made to: whoever looks
 * up by key must compare the text too, and must not let strangers choose the texts.
 */
public final class Hash64 {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long FOLD = 0xC6A4_A793_5BD1_E995L;

    private Hash64() {}

    /**
     * The key of a text. Allocates nothing.
     *
     * @param text well-formed UTF-16
     * @return its key
     */
    public static long of(String text) {
        long hash = SEED;
        long word = 0;
        int byteCount = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return Utf8Hash64.finish(text, i, hash, word, byteCount);
            }
            word |= (long) c << ((byteCount & 7) << 3);
            byteCount++;
            if ((byteCount & 7) == 0) {
                hash = fold(hash, word);
                word = 0;
            }
        }
        return finish(hash, word, byteCount);
    }

    /**
     * The key of a pair, such as an address and a number.
     *
     * @param key the key of the first part
     * @param number the second part
     * @return the pair's key
     */
    public static long of(long key, long number) {
        return mix(fold(key, number));
    }

    static long fold(long hash, long word) {
        long product = (hash ^ word) * FOLD;
        return product ^ (product >>> 47);
    }

    static long finish(long hash, long word, int byteCount) {
        return mix(fold(hash, word) ^ byteCount);
    }

    private static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return h ^ (h >>> 33);
    }
}
