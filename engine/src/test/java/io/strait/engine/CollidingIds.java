package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.strait.api.internal.Hash64;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Two ids with the same hash. The hash takes in a word by an exclusive or and a step that can be
 * undone, so for a first word of another id there is just one second word that makes up for it; a
 * first word is looked for whose second one is ASCII.
 */
record CollidingIds(String first, String second) {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long FOLD = 0xC6A4_A793_5BD1_E995L;
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    static CollidingIds find() {
        String first = "task-one-of-both";
        ByteBuffer words =
                ByteBuffer.wrap(first.getBytes(StandardCharsets.UTF_8))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long goal = fold(SEED, words.getLong(0)) ^ words.getLong(Long.BYTES);
        for (int i = 10_000_000; ; i++) {
            byte[] start = String.valueOf(i).getBytes(StandardCharsets.UTF_8);
            long firstWord = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
            long secondWord = fold(SEED, firstWord) ^ goal;
            if ((secondWord & NOT_ASCII) == 0) {
                words.putLong(0, firstWord).putLong(Long.BYTES, secondWord);
                String second = new String(words.array(), StandardCharsets.UTF_8);
                assertNotEquals(first, second);
                assertEquals(Hash64.of(first), Hash64.of(second), "the hash is another by now");
                return new CollidingIds(first, second);
            }
        }
    }

    private static long fold(long hash, long word) {
        long product = (hash ^ word) * FOLD;
        return product ^ (product >>> 47);
    }
}
