package io.strait.engine.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Hex;
import io.strait.api.internal.Require;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of packed texts against the JDK's decoder, {@code String.isBlank} and the API's own
 * rules. Seen to fail when overlong forms, surrogates, what lies above U+10FFFF or a missing
 * continuation passes, when a blank is looked for among ASCII characters only, and when only the
 * digits of hex are lower-cased.
 */
class Utf8Test {
    private static final int[] BORDERS = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC0, 0xFF};

    private final WordText text = new WordText(1);
    private final WordId id = new WordId();

    /** The classes of malformed input, by name; the sweeps below meet them all again. */
    @ParameterizedTest
    @CsvSource({
        "stray continuation, 80",
        "stray continuation behind a letter, 41BF",
        "overlong NUL, C080",
        "overlong slash, C1AF",
        "overlong in three bytes, E09FBF",
        "overlong in four bytes, F08FBFBF",
        "first surrogate, EDA080",
        "last surrogate, EDBFBF",
        "surrogate pair, EDA080EDB080",
        "above U+10FFFF, F4908080",
        "lead F5, F5808080",
        "lead F8 of five bytes, F888808080",
        "lead FF, FF",
        "two bytes cut off, C3",
        "three bytes cut off, E282",
        "four bytes cut off, F09F98",
        "two bytes with a letter, C341",
        "three bytes with a letter, E28241"
    })
    void shouldRejectMalformedBytes(String what, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertEquals(null, decoded(bytes), "the JDK agrees");
        for (int before = 0; before <= Long.BYTES; before++) {
            byte[] shifted = new byte[before + bytes.length];
            Arrays.fill(shifted, (byte) 'x');
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            assertAgrees(shifted);
        }
    }

    @Test
    void shouldAgreeWithTheJdkOnAllSequencesOfTwoBytes() {
        for (int i = 0; i <= 0xFFFF; i++) {
            assertAgrees(new byte[] {(byte) (i >>> 8), (byte) i});
        }
    }

    @Test
    void shouldAgreeWithTheJdkOnLongerSequences() {
        for (int lead = 0xC0; lead <= 0xFF; lead++) {
            for (int second = 0; second <= 0xFF; second++) {
                for (int third : BORDERS) {
                    assertAgrees(new byte[] {(byte) lead, (byte) second, (byte) third});
                    for (int fourth : BORDERS) {
                        assertAgrees(
                                new byte[] {
                                    (byte) lead, (byte) second, (byte) third, (byte) fourth
                                });
                    }
                }
            }
        }
    }

    @Test
    void shouldTakeEveryCodePointAsAnIdUnlessItIsBlank() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (!Utf8.isSurrogate(codePoint)) {
                String single = Character.toString(codePoint);
                assertEquals(single.isBlank() ? 0 : bytesOf(single).length, lengthAsId(single));
            }
        }
    }

    /** Blanks of every kind: ASCII, controls, U+2003, U+3000; and what only looks like one. */
    @Test
    void shouldCallTheSameTextsBlankAsTheApiDoes() {
        String blanks = " \t\n\u000B\f\r\u001C\u001D\u001E\u001F\u2003\u2028\u3000\u1680";
        String others = "\u00A0\u2007\u202F\u0000\u0085\u200B\uFEFFx";
        String all = blanks + others;
        for (int i = 0; i < all.length(); i++) {
            for (int k = 0; k < all.length(); k++) {
                String pair = "" + all.charAt(i) + all.charAt(k);
                boolean blank = i < blanks.length() && k < blanks.length();
                assertEquals(blank, pair.isBlank(), "the JDK agrees");
                assertEquals(blank ? 0 : bytesOf(pair).length, lengthAsId(pair));
            }
        }
    }

    @Test
    void shouldTakeTheIdsThatTheApiTakes() {
        SplittableRandom random = new SplittableRandom(1);
        String[] parts = {"x", " ", "\u00e9", "\u20ac", "\ud83d\ude00", "\ud83d", "\ude00"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder any = new StringBuilder();
            int count = random.nextInt(i % 2 == 0 ? 4 : 70);
            while (count-- > 0) {
                any.append(parts[random.nextInt(random.nextInt(20) == 0 ? parts.length : 5)]);
            }
            assertEquals(lengthByTheApi(any.toString()), lengthAsChars(any), any::toString);
        }
    }

    @Test
    void shouldLowerCaseHexAsTheApiDoes() {
        SplittableRandom random = new SplittableRandom(2);
        String alphabet = "0xX0aAfF9gGzZ`@:/\u00e9";
        int canonicalized = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder any = new StringBuilder(random.nextBoolean() ? "0x" : "0X");
            int count = random.nextInt(20);
            int letters = random.nextBoolean() ? 9 : alphabet.length();
            while (count-- > 0) {
                any.append(
                        alphabet.charAt(
                                letters == 9 ? 4 + random.nextInt(5) : random.nextInt(letters)));
            }
            byte[] bytes = bytesOf(any.substring(random.nextInt(8) == 0 ? 1 : 0));
            String expected = Hex.canonical(new String(bytes, StandardCharsets.UTF_8));
            text.setHash("hash", bytes, 0, bytes.length);
            String actual = Words.toText(text.words().words(), 0, text.byteCount());
            assertEquals(expected, actual);
            canonicalized += expected.contentEquals(any) ? 0 : 1;
        }
        assertEquals(true, canonicalized > 1_000, () -> "too few were changed");
    }

    private void assertAgrees(byte[] bytes) {
        String expected = decoded(bytes);
        String actual = null;
        try {
            text.setText("text", bytes, 0, bytes.length);
            actual = Words.toText(text.words().words(), 0, text.byteCount());
        } catch (InvalidArgumentException e) {
            assertEquals("text", e.name());
        }
        if (expected == null ? actual != null : !expected.equals(actual)) {
            fail(HexFormat.of().formatHex(bytes) + " is " + expected + " but was " + actual);
        }
    }

    /** By both ways; 0 when it is refused. */
    private int lengthAsId(String any) {
        byte[] bytes = bytesOf(any);
        int length = 0;
        try {
            length = id.set(bytes, 0, bytes.length).length();
        } catch (InvalidArgumentException e) {
            assertEquals("id", e.name());
        }
        assertEquals(length, lengthAsChars(any), "by characters");
        return length;
    }

    private int lengthAsChars(CharSequence any) {
        try {
            return id.set(any).length();
        } catch (InvalidArgumentException e) {
            assertEquals(0, id.length());
            return 0;
        }
    }

    private static int lengthByTheApi(String any) {
        try {
            return bytesOf(Require.id("id", any)).length;
        } catch (InvalidArgumentException e) {
            return 0;
        }
    }

    private static byte[] bytesOf(String any) {
        return any.getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
