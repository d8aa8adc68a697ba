package io.strait.engine.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.internal.Require;
import io.strait.engine.RandomTexts;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever two keys have in common, over many draws of the secrets any two bits of their hashes
 * come together equally often: nobody can choose keys that meet. Seen to fail with a seed that is
 * mixed into a chain of exclusive ors and multiplications (bits flipped in two words), without the
 * term for the length (zeros at the end), with one secret for all words (words that change places),
 * with one for both halves, and when a number has no secrets of its own.
 */
class KeysTest {
    private static final int DRAWS = 100_000;
    private static final long HIGHEST = Long.MIN_VALUE;

    static Stream<Arguments> keysInTwo() {
        return Stream.of(
                two("one bit, the lowest", k(8, 1), k(8, 0)),
                two("one bit, the highest", k(8, HIGHEST), k(8, 0)),
                two("the highest bit of a half", k(8, 1L << 31), k(8, 0)),
                two("the highest bits of two words", k(16, 5, 7), k(16, 5 | HIGHEST, 7 | HIGHEST)),
                two(
                        "bits of three words",
                        k(24, 5, 7, 9),
                        k(24, 5 | HIGHEST, 7 | HIGHEST, 9 | 1L << 46)),
                two("zeros at the end", k(8, 7), k(16, 7, 0)),
                two("zeros in the last word", k(1, 120), k(2, 120)),
                two("only zeros", k(1, 0), k(2, 0)),
                two("words in another order", k(16, 5, 7), k(16, 7, 5)),
                two("halves in another order", k(8, 5L << 32 | 7), k(8, 7L << 32 | 5)),
                two("a number", k(8, 5).with(1), k(8, 5).with(HIGHEST | 1)),
                two("a number and a word", k(8, 5).with(7), k(8, 7).with(5)),
                two("a length and a number", k(3).with(5), k(5).with(3)),
                two("two numbers, as their exclusive or", k(1).with(9), k(2).with(10)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keysInTwo")
    void shouldHaveAnyTwoHashesEquallyOften(String name, Key one, Key other) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int[][] counts = new int[Integer.SIZE][4];
        int equal = 0;
        for (int i = 0; i < DRAWS; i++) {
            Keys keys = Keys.drawnFrom(random::nextLong);
            int a = one.hash(keys);
            int b = other.hash(keys);
            equal += (a & 0xFF) == (b & 0xFF) ? 1 : 0;
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                counts[bit][a >>> bit & 1 | (b >>> bit & 1) << 1]++;
            }
        }
        // Six standard deviations, both.
        assertEquals(DRAWS / 256.0, equal, 6 * Math.sqrt(DRAWS / 256.0), "equal in eight bits");
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            for (int both = 0; both < 4; both++) {
                String which = "bit=" + bit + " both=" + both;
                assertEquals(DRAWS / 4.0, counts[bit][both], 6 * Math.sqrt(DRAWS / 5.0), which);
            }
        }
    }

    @Test
    void shouldHashTextsAsTheirWords() {
        RandomTexts texts = new RandomTexts(new SplittableRandom(1));
        Keys keys = TestKeys.STANDARD;
        for (int i = 0; i < 20_000; i++) {
            String text = texts.id();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            long[] words = new long[2 + Words.wordCount(bytes.length)];
            Words.pack(bytes, 0, bytes.length, words, 2);
            assertEquals(keys.ofId(words, 2, bytes.length), keys.ofId(text), text);
        }
    }

    /** A look-up by a text that is no id finds nothing, and is told why then. */
    @Test
    void shouldTakeTextsThatAreNoIds() {
        Keys keys = TestKeys.STANDARD;
        for (int i = 0; i < 300; i++) {
            String text = "a".repeat(i);
            assertEquals(i > Require.MAX_ID_BYTES, keys.ofId(text) == 0, text);
            assertEquals(3 * i > Require.MAX_ID_BYTES, keys.ofId("\u20ac".repeat(i)) == 0, text);
        }
        assertTrue(keys.ofId("\ud800") != 0, "half of a character");
    }

    private static Arguments two(String name, Key one, Key other) {
        return Arguments.of(name, one, other);
    }

    private static Key k(int length, long... words) {
        return new Key(length, words, null);
    }

    private record Key(int length, long[] words, Long number) {
        Key with(long value) {
            return new Key(length, words, value);
        }

        int hash(Keys keys) {
            if (number == null) {
                return keys.of(words, 0, words.length, length);
            }
            return words.length == 0
                    ? keys.of(length, number)
                    : keys.of(words, 0, words.length, length, number);
        }

        @Override
        public String toString() {
            return length + "/" + words.length + "/" + number;
        }
    }
}
