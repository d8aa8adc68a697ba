package io.strait.engine.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;
import io.strait.engine.HeapBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A text stays as it was when it cannot be set. Seen to fail when the words are copied over the old
 * ones before they are judged, and when the length is not theirs after a buffer failed.
 */
class WordTextTest {
    private static final byte[] MALFORMED = {'a', 'b', (byte) 0xFF};

    private final WordText text = new WordText(1);
    private String expected = "";

    @AfterEach
    void shouldBeAsItWas() {
        assertEquals(expected.length(), text.byteCount());
        assertEquals((expected.length() + 7) / 8, text.words().count());
        assertEquals(expected, Words.toText(text.words().words(), 0, text.byteCount()));
    }

    @Test
    void shouldStayWhenAnArgumentBreaksItsRule() {
        set("what was there before");
        byte[] tooLong = new byte[Require.MAX_TEXT_BYTES + 1];
        DirectBuffer malformed = HeapBuffer.over(MALFORMED);
        assertRefused("t=null", () -> text.setText("t", (byte[]) null, 0, 0));
        assertRefused("t=null", () -> text.setText("t", (DirectBuffer) null, 0, 0));
        assertRefused("t=ab", () -> text.setText("t", MALFORMED, 0, 3));
        assertRefused("t=ab", () -> text.setText("t", malformed, 0, 3));
        assertRefused("t.length=4097", () -> text.setText("t", tooLong, 0, 4_097));
        assertRefused("t.length=0", () -> text.setHash("t", MALFORMED, 0, 0));
        assertRefused("t.length=129", () -> text.setHash("t", tooLong, 0, 129));
        assertRefused("t=ab", () -> text.setHash("t", MALFORMED, 0, 3));
        assertRefused("t=ab", () -> text.setHash("t", malformed, 0, 3));
        assertRefused("t='  '", () -> text.setHash("t", new byte[] {' ', ' '}, 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> text.setText("t", MALFORMED, 1, 3));
    }

    @Test
    void shouldStayWhenABufferFails() {
        set("what was there before");
        DirectBuffer failing = FailingBuffer.of(96);
        assertThrows(InternalError.class, () -> text.setText("t", failing, 0, 96));
        assertThrows(InternalError.class, () -> text.setHash("t", failing, 0, 96));
        assertThrows(InternalError.class, () -> text.setBytes(failing, 0, 96));
    }

    @Test
    void shouldTakeTheLongestTextAndShorterOnesAfterIt() {
        set("x".repeat(Require.MAX_TEXT_BYTES));
        set("");
        set("12345678");
        text.clear();
        expected = "";
    }

    private void set(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        text.setText("t", bytes, 0, bytes.length);
        expected = value;
        shouldBeAsItWas();
        text.setBytes(HeapBuffer.over(bytes), 0, bytes.length);
        shouldBeAsItWas();
        text.setBytes(bytes, 0, bytes.length);
    }

    private static void assertRefused(String message, Runnable call) {
        InvalidArgumentException thrown = assertThrows(InvalidArgumentException.class, call::run);
        assertTrue(thrown.getMessage().startsWith(message), thrown::getMessage);
    }
}
