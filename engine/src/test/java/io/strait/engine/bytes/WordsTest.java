package io.strait.engine.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.HeapBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Packing and unpacking at every length and at every offset, up to the borders of arrays. Seen to
 * fail when the last bytes are packed in reverse, and when unpacking writes one byte too many.
 */
class WordsTest {
    private static final int LONGEST = 35;
    private static final long FOREIGN = 0x7777_7777_7777_7777L;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void shouldPackTheSameFromArraysAndBuffersAndUnpackItAgain() {
        for (int length = 0; length <= LONGEST; length++) {
            for (int offset = 0; offset < 10; offset++) {
                byte[] source = new byte[offset + length];
                random.nextBytes(source);
                long[] packed = new long[1 + Words.wordCount(length) + 1];
                long[] packedFromBuffer = packed.clone();
                Arrays.fill(packed, FOREIGN);
                Arrays.fill(packedFromBuffer, FOREIGN);
                Words.pack(source, offset, length, packed, 1);
                Words.pack(HeapBuffer.over(source), offset, length, packedFromBuffer, 1);
                assertArrayEquals(expected(source, offset, length), packed);
                assertArrayEquals(packed, packedFromBuffer);
                assertUnpacks(packed, source, offset, length);
            }
        }
    }

    private void assertUnpacks(long[] packed, byte[] source, int offset, int length) {
        byte[] target = new byte[offset + length + 9];
        Arrays.fill(target, (byte) 0x55);
        byte[] expected = target.clone();
        System.arraycopy(source, offset, expected, offset, length);
        Words.unpack(packed, 1, target, offset, length);
        assertArrayEquals(expected, target);
        byte[] cut = Arrays.copyOfRange(source, offset, offset + length);
        assertArrayEquals(cut, Words.toBytes(packed, 1, length));
        for (int i = 0; i < length; i++) {
            assertEquals(cut[i] & 0xFF, Words.byteAt(packed, 1, i));
        }
    }

    @Test
    void shouldSetOneByteAlone() {
        byte[] source = new byte[24];
        random.nextBytes(source);
        long[] words = new long[3];
        Words.pack(source, 0, 24, words, 0);
        for (int i = 0; i < 24; i++) {
            source[i] = (byte) ~source[i];
            Words.setByte(words, 0, i, source[i]);
            assertArrayEquals(source, Words.toBytes(words, 0, 24));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 9", "8, 1", "9, 0", "0, -1", "2147483647, 1", "1, 2147483647"})
    void shouldRefuseRangesThatDoNotLieWithin(int offset, int length) {
        byte[] source = new byte[8];
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> Words.requireRange("x", source, offset, length));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> Words.requireRange("x", HeapBuffer.over(source), offset, length));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> Words.unpack(new long[300], 0, source, offset, length));
    }

    @Test
    void shouldRefuseNull() {
        assertThrows(
                InvalidArgumentException.class, () -> Words.requireRange("x", (byte[]) null, 0, 0));
        assertThrows(
                InvalidArgumentException.class,
                () -> Words.requireRange("x", (DirectBuffer) null, 0, 0));
    }

    @Test
    void shouldCountWordsUpToTheLargestLength() {
        assertEquals(0, Words.wordCount(0));
        assertEquals(1, Words.wordCount(1));
        assertEquals(1, Words.wordCount(8));
        assertEquals(2, Words.wordCount(9));
        assertEquals(1 << 28, Words.wordCount(Integer.MAX_VALUE));
    }

    /** One foreign word before and behind; little-endian, zeros behind the last byte. */
    private static long[] expected(byte[] source, int offset, int length) {
        long[] words = new long[1 + (length + 7) / 8 + 1];
        words[0] = FOREIGN;
        words[words.length - 1] = FOREIGN;
        for (int i = 0; i < length; i++) {
            words[1 + i / 8] |= (source[offset + i] & 0xFFL) << 8 * (i % 8);
        }
        return words;
    }
}
