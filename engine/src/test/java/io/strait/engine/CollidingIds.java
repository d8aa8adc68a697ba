package io.strait.engine;

import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Ids that were chosen to meet. {@link Hash64} takes in a word by an exclusive or and a step that
 * can be undone, so for a first word of another id there is just one second word that makes up for
 * it; a first word is looked for whose second one is ASCII.
 */
final class CollidingIds {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long FOLD = 0xC6A4_A793_5BD1_E995L;
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private static final int WORDS = Require.MAX_ID_BYTES / Long.BYTES;

    private CollidingIds() {}

    /** Ids that have one {@link Hash64}; so many are found in a moment. */
    static List<String> ofHash64(int count) {
        String first = "task-one-of-many";
        ByteBuffer words =
                ByteBuffer.wrap(first.getBytes(StandardCharsets.UTF_8))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long goal = fold(SEED, words.getLong(0)) ^ words.getLong(Long.BYTES);
        List<String> ids = new ArrayList<>();
        ids.add(first);
        for (int i = 10_000_000; ids.size() < count; i++) {
            byte[] start = String.valueOf(i).getBytes(StandardCharsets.UTF_8);
            long firstWord = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
            long secondWord = fold(SEED, firstWord) ^ goal;
            if ((secondWord & NOT_ASCII) == 0) {
                words.putLong(0, firstWord).putLong(Long.BYTES, secondWord);
                ids.add(new String(words.array(), StandardCharsets.UTF_8));
            }
        }
        return ids;
    }

    /**
     * Ids that meet whatever the seed is under a hash that takes in words by a sum or an exclusive
     * or and an odd multiplier alone: of two words, the highest bit that ASCII has is flipped in
     * both, or in none.
     */
    static List<String> ofFlippedBits(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = "0123456!".repeat(WORDS).getBytes(StandardCharsets.US_ASCII);
            for (int pair = 0; pair < WORDS / 2; pair++) {
                if ((i >>> pair & 1) != 0) {
                    bytes[16 * pair + 7] ^= 0x40;
                    bytes[16 * pair + 15] ^= 0x40;
                }
            }
            // 256 ways to flip; the others differ in what precedes them all.
            bytes[0] = (byte) ('0' + i / 256 % 64);
            ids.add(new String(bytes, StandardCharsets.US_ASCII));
        }
        return ids;
    }

    private static long fold(long hash, long word) {
        long product = (hash ^ word) * FOLD;
        return product ^ (product >>> 47);
    }
}
