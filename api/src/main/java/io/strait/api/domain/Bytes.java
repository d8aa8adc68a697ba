package io.strait.api.domain;

import io.strait.api.internal.Require;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable run of bytes: copied when taken in, and never handed out but as a copy or read-only.
 */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /**
     * Copies an array.
     *
     * @param source what to copy
     * @return its bytes as they are now
     * @throws io.strait.api.error.InvalidArgumentException when the array is null
     */
    public static Bytes copyOf(byte[] source) {
        return copyOf(source, 0, Require.notNull("source", source).length);
    }

    /**
     * Copies a part of an array.
     *
     * @param source what to copy from
     * @param offset index of the first byte
     * @param length number of bytes
     * @return those bytes as they are now
     * @throws io.strait.api.error.InvalidArgumentException when the array is null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    public static Bytes copyOf(byte[] source, int offset, int length) {
        Require.notNull("source", source);
        Objects.checkFromIndexSize(offset, length, source.length);
        return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(source, offset, offset + length));
    }

    /**
     * Encodes a text.
     *
     * @param text what to encode
     * @return its UTF-8 bytes
     * @throws io.strait.api.error.InvalidArgumentException when the text is null
     */
    public static Bytes ofUtf8(String text) {
        byte[] encoded = Require.notNull("text", text).getBytes(StandardCharsets.UTF_8);
        return encoded.length == 0 ? EMPTY : new Bytes(encoded);
    }

    /**
     * How many bytes there are.
     *
     * @return the number of bytes
     */
    public int length() {
        return content.length;
    }

    /**
     * One byte.
     *
     * @param index from 0 to {@code length() - 1}
     * @return the byte there
     * @throws IndexOutOfBoundsException when the index is out of range
     */
    public byte byteAt(int index) {
        return content[index];
    }

    /**
     * Copies the bytes into the caller's array. Allocates nothing.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @throws IndexOutOfBoundsException when they do not fit there
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(content, 0, target, offset, content.length);
    }

    /**
     * Copies the bytes.
     *
     * @return a new array
     */
    public byte[] toByteArray() {
        return content.clone();
    }

    /**
     * The bytes as a buffer.
     *
     * @return a new read-only buffer over these bytes
     */
    public ByteBuffer asReadOnlyBuffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /**
     * The length and a hash of the content: short, and almost always different for different bytes.
     */
    @Override
    public String toString() {
        return "Bytes[" + content.length + ":" + Integer.toHexString(hashCode()) + "]";
    }
}
