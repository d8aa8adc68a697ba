package io.strait.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;

/**
 * Hands bytes over as a hot path takes them: by turns in an array and in a buffer, somewhere in the
 * midst of others, which are overwritten as soon as the call is back.
 */
final class ByteSource {
    private static final int MAX_MARGIN = 9;
    private static final byte FOREIGN = (byte) 0xC1;

    private final SplittableRandom random;

    ByteSource(SplittableRandom random) {
        this.random = random;
    }

    void give(String text, ByArray byArray, ByBuffer byBuffer) {
        give(text.getBytes(StandardCharsets.UTF_8), byArray, byBuffer);
    }

    void give(byte[] bytes, ByArray byArray, ByBuffer byBuffer) {
        int offset = random.nextInt(MAX_MARGIN);
        byte[] all = new byte[offset + bytes.length + random.nextInt(MAX_MARGIN)];
        Arrays.fill(all, FOREIGN);
        System.arraycopy(bytes, 0, all, offset, bytes.length);
        if (random.nextBoolean()) {
            byArray.set(all, offset, bytes.length);
        } else {
            byBuffer.set(HeapBuffer.over(all), offset, bytes.length);
        }
        Arrays.fill(all, FOREIGN);
    }

    /** A call that takes bytes from an array. */
    @FunctionalInterface
    interface ByArray {
        Object set(byte[] source, int offset, int length);
    }

    /** A call that takes bytes from a buffer. */
    @FunctionalInterface
    interface ByBuffer {
        Object set(DirectBuffer source, int offset, int length);
    }
}
