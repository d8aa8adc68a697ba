package io.strait.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hash64Test {
    private static final int LONGEST = 140;

    /** Computed outside of Java. They may never change: keys are stored and sent. */
    @ParameterizedTest
    @CsvSource({
        "'', 650081ff52f81a9d",
        "a, a840d7c3d7393677",
        "task-1, a334d52e287dc670",
        "12345678, 9efb7bcedc9a47eb",
        "0xabcdef0123456789abcdef0123456789abcdef01, 7655d70aebc7d3d7",
        "zürich-€-😀, 24ef59eeebf02a21"
    })
    void shouldKeepKeysForEver(String text, String key) {
        assertEquals(Long.parseUnsignedLong(key, 16), Hash64.of(text));
    }

    @Test
    void shouldKeepKeysOfPairsForEver() {
        long key = Hash64.of("0xabc");
        assertEquals(0xd6f33b8f08b3e3e2L, key);
        assertEquals(0xb1120b4cd0a19da3L, Hash64.of(key, 17_000));
        assertEquals(0x4bc14c237df14852L, Hash64.of(key, -1));
    }

    /** The share of characters that are not ASCII, in percent: none, few, about half, all. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 50, 100})
    void shouldEqualTheHashOfTheUtf8Bytes(int wideShare) {
        SplittableRandom random = new SplittableRandom(wideShare);
        for (int length = 0; length <= LONGEST; length++) {
            for (int repeat = 0; repeat < 20; repeat++) {
                String text = randomText(random, length, wideShare);
                assertEquals(hashOfBytes(text), Hash64.of(text), text);
            }
        }
    }

    @Test
    void shouldNotDependOnHowTheStringWasMade() {
        String text = "ключ-0xABC-key";
        String ascii = "0xABC-key";
        String wide = "😀" + ascii;
        assertEquals(Hash64.of(text), Hash64.of(new StringBuilder(text).toString()));
        assertEquals(Hash64.of(text), Hash64.of(new String(text.toCharArray())));
        assertEquals(Hash64.of(ascii), Hash64.of(text.substring(5)));
        assertEquals(Hash64.of(ascii), Hash64.of(wide.substring(2)));
        assertEquals(
                Hash64.of(text),
                Hash64.of(
                        new String(
                                text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16)));
    }

    @Test
    void shouldTellTextsApartThatOnlyPaddingWouldTell() {
        assertNotEquals(Hash64.of(""), Hash64.of("\0"));
        assertNotEquals(Hash64.of("a"), Hash64.of("a\0"));
        assertNotEquals(Hash64.of("12345678"), Hash64.of("12345678\0"));
        assertNotEquals(Hash64.of("\0".repeat(8)), Hash64.of("\0".repeat(16)));
    }

    @Test
    void shouldGiveSequentialIdsDifferentKeysSpreadEvenly() {
        int count = 1 << 18;
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = Hash64.of("0x00000000000000000000000000000000task" + i);
        }
        assertEvenlySpread(keys, 0);
        assertEvenlySpread(keys, 24);
        assertEvenlySpread(keys, 56);
        assertAllDiffer(keys);
    }

    @Test
    void shouldGiveSequentialPairsDifferentKeysSpreadEvenly() {
        int count = 1 << 18;
        long avs = Hash64.of("avs");
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = Hash64.of(avs, i - count / 2);
        }
        assertEvenlySpread(keys, 0);
        assertEvenlySpread(keys, 56);
        assertAllDiffer(keys);
    }

    /** One changed bit of input changes about half of the output's, wherever it stands. */
    @Test
    void shouldChangeHalfOfTheKeyWithEachBitOfTheText() {
        String text = "0123456789abcdefghijklm";
        long key = Hash64.of(text);
        int changedBits = 0;
        int trials = 0;
        for (int i = 0; i < text.length(); i++) {
            for (int bit = 0; bit < 6; bit++) {
                char[] chars = text.toCharArray();
                chars[i] ^= (char) (1 << bit);
                changedBits += Long.bitCount(key ^ Hash64.of(new String(chars)));
                trials++;
            }
        }
        assertEquals(32.0, (double) changedBits / trials, 1.5);
    }

    /** The same hash, computed from the whole encoded text at once. */
    private static long hashOfBytes(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer words =
                ByteBuffer.wrap(Arrays.copyOf(encoded, encoded.length / 8 * 8 + 8))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long hash = 0x9E3779B97F4A7C15L;
        while (words.hasRemaining()) {
            hash = (hash ^ words.getLong()) * 0xC6A4A7935BD1E995L;
            hash ^= hash >>> 47;
        }
        hash ^= encoded.length;
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }

    private static String randomText(SplittableRandom random, int length, int wideShare) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            if (random.nextInt(100) >= wideShare) {
                text.append((char) random.nextInt(0x80));
            } else {
                text.appendCodePoint(wideCodePoint(random));
            }
        }
        return text.toString();
    }

    /** Of two, three or four bytes, each as often. */
    private static int wideCodePoint(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80, 0x800);
            case 1 -> random.nextInt(0x800, 0xD800);
            case 2 -> random.nextInt(0xE000, 0x1_0000);
            default -> random.nextInt(0x1_0000, 0x11_0000);
        };
    }

    /** Eight bits of the keys, as a bucket number, fill all buckets to within a quarter. */
    private static void assertEvenlySpread(long[] keys, int shift) {
        int[] counts = new int[256];
        for (long key : keys) {
            counts[(int) (key >>> shift) & 0xFF]++;
        }
        int expected = keys.length / counts.length;
        for (int count : counts) {
            assertEquals(expected, count, expected / 4.0);
        }
    }

    private static void assertAllDiffer(long[] keys) {
        assertEquals(keys.length, Arrays.stream(keys).distinct().count());
    }
}
