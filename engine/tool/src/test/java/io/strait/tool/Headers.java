package io.strait.tool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Headers of segments that a test has changed. */
final class Headers {
    private static final int CHECK_AT = 504;

    private Headers() {}

    /** Makes the check of a header what it has to be. */
    static void check(byte[] segment) {
        CRC32C crc = new CRC32C();
        crc.update(segment, 0, CHECK_AT);
        ByteBuffer.wrap(segment)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(CHECK_AT, (int) crc.getValue());
    }
}
