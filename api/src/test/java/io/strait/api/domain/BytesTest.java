package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertNotNullRule;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    private static final byte[] ONE_TWO_THREE = {1, 2, 3};

    @Test
    void shouldCopyTheArrayThatComesIn() {
        byte[] source = ONE_TWO_THREE.clone();
        Bytes whole = Bytes.copyOf(source);
        Bytes part = Bytes.copyOf(source, 0, 3);
        source[0] = 9;
        assertArrayEquals(ONE_TWO_THREE, whole.toByteArray());
        assertArrayEquals(ONE_TWO_THREE, part.toByteArray());
    }

    @Test
    void shouldCopyTheArraysThatGoOut() {
        Bytes bytes = Bytes.copyOf(ONE_TWO_THREE);
        bytes.toByteArray()[0] = 9;
        byte[] target = new byte[3];
        bytes.copyTo(target, 0);
        target[0] = 9;
        assertArrayEquals(ONE_TWO_THREE, bytes.toByteArray());
    }

    @Test
    void shouldHandOutReadOnlyBuffersThatDoNotShareTheirPosition() {
        Bytes bytes = Bytes.copyOf(ONE_TWO_THREE);
        ByteBuffer buffer = bytes.asReadOnlyBuffer();
        assertEquals(ByteBuffer.wrap(ONE_TWO_THREE), buffer);
        assertTrue(buffer.isReadOnly());
        assertThrows(ReadOnlyBufferException.class, () -> buffer.put(0, (byte) 9));
        assertThrows(ReadOnlyBufferException.class, buffer::array);
        buffer.position(2);
        assertEquals(3, bytes.asReadOnlyBuffer().remaining());
    }

    @Test
    void shouldCopyAPart() {
        assertEquals(Bytes.copyOf(new byte[] {2, 3}), Bytes.copyOf(ONE_TWO_THREE, 1, 2));
        assertSame(Bytes.EMPTY, Bytes.copyOf(ONE_TWO_THREE, 3, 0));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, -1", "0, 4", "3, 1", "4, 0", "2147483647, 2147483647"})
    void shouldRejectPartsOutsideOfTheArray(int offset, int length) {
        assertThrows(
                IndexOutOfBoundsException.class, () -> Bytes.copyOf(ONE_TWO_THREE, offset, length));
    }

    @Test
    void shouldRejectNull() {
        assertNotNullRule("source", (byte[] v) -> Bytes.copyOf(v));
        assertNotNullRule("source", (byte[] v) -> Bytes.copyOf(v, 0, 0));
        assertNotNullRule("text", Bytes::ofUtf8);
    }

    @Test
    void shouldEncodeText() {
        byte[] encoded = {'a', (byte) 0xC3, (byte) 0xA9};
        assertArrayEquals(encoded, Bytes.ofUtf8("aé").toByteArray());
        assertSame(Bytes.EMPTY, Bytes.ofUtf8(""));
    }

    @Test
    void shouldTellItsBytes() {
        Bytes bytes = Bytes.copyOf(ONE_TWO_THREE);
        assertEquals(3, bytes.length());
        assertEquals(3, bytes.byteAt(2));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.byteAt(3));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.byteAt(-1));
    }

    @Test
    void shouldCopyToAPlaceInAnArray() {
        byte[] target = new byte[5];
        Bytes bytes = Bytes.copyOf(ONE_TWO_THREE);
        bytes.copyTo(target, 1);
        assertArrayEquals(new byte[] {0, 1, 2, 3, 0}, target);
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.copyTo(target, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.copyTo(target, -1));
    }

    @Test
    void shouldEqualByContent() {
        Bytes bytes = Bytes.copyOf(ONE_TWO_THREE);
        assertEquals(bytes, bytes);
        assertEquals(bytes, Bytes.copyOf(ONE_TWO_THREE));
        assertEquals(bytes.hashCode(), Bytes.copyOf(ONE_TWO_THREE).hashCode());
        assertNotEquals(bytes, Bytes.copyOf(new byte[] {1, 2, 4}));
        assertNotEquals(bytes, (Object) ONE_TWO_THREE);
        assertNotEquals(bytes, null);
    }

    @Test
    void shouldBeOneAndTheSameWhenEmpty() {
        assertSame(Bytes.EMPTY, Bytes.copyOf(new byte[0]));
        assertEquals(0, Bytes.EMPTY.length());
    }

    @Test
    void shouldTellItsLengthButNotItsContent() {
        assertEquals("Bytes[3:7861]", Bytes.copyOf(ONE_TWO_THREE).toString());
    }
}
