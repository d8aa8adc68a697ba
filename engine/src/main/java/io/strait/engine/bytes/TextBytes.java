package io.strait.engine.bytes;

import io.strait.api.internal.Utf8Bytes;
import java.util.Objects;
import org.agrona.MutableDirectBuffer;

/** Copies texts out as UTF-8, without allocating. */
public final class TextBytes {
    private TextBytes() {}

    /** How many bytes a text has. */
    public static int lengthOf(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint) - 1;
            length += Utf8Bytes.lengthOf(codePoint);
        }
        return length;
    }

    /**
     * Copies a text.
     *
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    public static int copy(String text, byte[] target, int offset) {
        int length = lengthOf(text);
        Objects.checkFromIndexSize(offset, length, target.length);
        int at = offset;
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint) - 1;
            int encoded = Utf8Bytes.encode(codePoint);
            for (int left = Utf8Bytes.lengthOf(codePoint); left > 0; left--) {
                target[at++] = (byte) encoded;
                encoded >>>= 8;
            }
        }
        return length;
    }

    /**
     * Copies a text.
     *
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    public static int copy(String text, MutableDirectBuffer target, int offset) {
        int length = lengthOf(text);
        Objects.checkFromIndexSize(offset, length, target.capacity());
        int at = offset;
        for (int i = 0; i < text.length(); i++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint) - 1;
            int encoded = Utf8Bytes.encode(codePoint);
            for (int left = Utf8Bytes.lengthOf(codePoint); left > 0; left--) {
                target.putByte(at++, (byte) encoded);
                encoded >>>= 8;
            }
        }
        return length;
    }
}
