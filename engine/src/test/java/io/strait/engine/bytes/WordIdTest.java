package io.strait.engine.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.error.InvalidArgumentException;
import io.strait.engine.HeapBuffer;
import io.strait.engine.RandomTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;

/**
 * An id that is set in each of its ways, against the text that it stands for. Seen to fail when the
 * hash is of the words without the length, when {@code isSame} does not look at what is left of the
 * id behind a text, and when a refused id stays set.
 */
class WordIdTest {
    private static final Keys KEYS = TestKeys.STANDARD;
    private static final Keys OTHERS = TestKeys.of(2);
    private static final String LONGEST = "\u20ac".repeat(42) + "xx";

    private final WordId id = new WordId();

    @Test
    void shouldHashAndHoldWhatItIsSetTo() {
        RandomTexts texts = new RandomTexts(new SplittableRandom(1));
        for (int i = 0; i < 5_000; i++) {
            String text = texts.id();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            id.set(bytes, 0, bytes.length);
            assertHolds(text, bytes.length);
            id.set(text);
            assertHolds(text, bytes.length);
            byte[] behind = new byte[i % 9 + bytes.length];
            System.arraycopy(bytes, 0, behind, i % 9, bytes.length);
            id.set(HeapBuffer.over(behind), i % 9, bytes.length);
            assertHolds(text, bytes.length);
        }
    }

    private void assertHolds(String text, int byteCount) {
        assertEquals(byteCount, id.length());
        assertEquals(KEYS.ofId(text), id.hash(KEYS));
        assertEquals(OTHERS.ofId(text), id.hash(OTHERS));
        assertEquals(KEYS.ofId(text), id.hash(KEYS));
        assertEquals(text, id.toString());
        assertTrue(id.isSame(text));
        long[] encoded = id.encoded().words();
        assertEquals(1 + (byteCount + 7) / 8, id.encoded().count());
        assertEquals(byteCount, encoded[0]);
        assertEquals(text, Words.toText(encoded, 1, byteCount));
    }

    @Test
    void shouldBeTheSameAsEqualTextsOnly() {
        SplittableRandom random = new SplittableRandom(2);
        RandomTexts texts = new RandomTexts(random);
        List<String> all = new ArrayList<>(List.of("a", "a\0", "aa", "\0", LONGEST));
        for (int i = 0; i < 40; i++) {
            String text = texts.id();
            int middle = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
            all.addAll(List.of(text, text + "x", "x" + text, text + "\u00e9", text + "\0"));
            all.add(text.substring(0, middle));
            all.add(text.substring(middle));
            all.add(text.substring(0, middle) + "?" + text.substring(middle));
        }
        for (String mine : all) {
            if (!mine.isBlank() && mine.getBytes(StandardCharsets.UTF_8).length <= 128) {
                id.set(mine);
                for (String other : all) {
                    assertEquals(mine.equals(other), id.isSame(other), () -> mine + "/" + other);
                }
            }
        }
    }

    @Test
    void shouldNotBeTheSameAsATextWithoutAUtf8Form() {
        id.set("?");
        assertEquals(false, id.isSame("\ud83d"));
        id.set("\ud83d\ude00");
        assertEquals(false, id.isSame("\ud83d"));
        assertEquals(false, id.isSame("\ude00\ud83d"));
    }

    @Test
    void shouldTakeExactlyTheLongestId() {
        assertEquals(128, id.set(LONGEST).length());
        byte[] bytes = (LONGEST + "x").getBytes(StandardCharsets.UTF_8);
        assertEquals(128, id.set(bytes, 0, 128).length());
        assertRefused("id.length=129", () -> id.set(bytes, 0, 129));
        assertRefused("id.length=129", () -> id.set(HeapBuffer.over(bytes), 0, 129));
        assertRefused("id=" + LONGEST.substring(0, 4), () -> id.set(LONGEST + "x"));
        assertRefused("id=", () -> id.set(LONGEST + "\u20ac"));
    }

    @Test
    void shouldBeEmptyAfterARefusedSet() {
        byte[] bad = {'a', (byte) 0xC3};
        byte[] blank = {' ', '\t'};
        assertRefused("id=null", () -> id.set((byte[]) null, 0, 1));
        assertRefused("id=null", () -> id.set((DirectBuffer) null, 0, 1));
        assertRefused("id=null", () -> id.set(null));
        assertRefused("id.length=0", () -> id.set(bad, 0, 0));
        assertRefused("id.length=0", () -> id.set(""));
        assertRefused("id=a", () -> id.set(bad, 0, 2));
        assertRefused("id=a", () -> id.set(HeapBuffer.over(bad), 0, 2));
        assertRefused("id=' \t'", () -> id.set(blank, 0, 2));
        assertRefused("id='\u2003'", () -> id.set("\u2003"));
        assertRefused("id=x\ud83d", () -> id.set("x\ud83d"));
        id.set("before");
        assertThrows(IndexOutOfBoundsException.class, () -> id.set(bad, 1, 2));
        assertEquals(0, id.length());
        assertRefused("taskId=", () -> WordId.require("taskId", id));
    }

    /** A buffer may throw half-way, such as one whose mapping is gone. */
    @Test
    void shouldBeEmptyAfterABufferFailed() {
        id.set("before");
        assertThrows(InternalError.class, () -> id.set(FailingBuffer.of(64), 0, 64));
        assertEquals(0, id.length());
        assertHolds("after", id.set("after").length());
    }

    @Test
    void shouldKnowItsOwnKind() {
        assertSame(id, WordId.require("x", id.set("x")));
        assertRefused("x=null", () -> WordId.require("x", null));
        assertRefused("x=", () -> WordId.require("x", new WordId()));
    }

    private void assertRefused(String message, Runnable call) {
        boolean sets = !message.startsWith("taskId") && !message.startsWith("x=");
        if (sets) {
            id.set("before");
        }
        InvalidArgumentException thrown = assertThrows(InvalidArgumentException.class, call::run);
        assertTrue(thrown.getMessage().startsWith(message), thrown::getMessage);
        if (sets) {
            assertEquals(0, id.length());
            assertEquals("", id.toString());
        }
    }
}
