package io.strait.tool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Headers of segments that a test has changed. */
final class Headers {
    private static final int CHECK_AT = 504;
    private static final int MAX_TASKS_AT = 40;

    private Headers() {}

    /** Changes the first of the limits. */
    static void putMaxTasks(byte[] segment, int value) {
        ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN).putLong(MAX_TASKS_AT, value);
        check(segment);
    }

    /** Makes the check of a header what it has to be. */
    static void check(byte[] segment) {
        CRC32C crc = new CRC32C();
        crc.update(segment, 0, CHECK_AT);
        ByteBuffer.wrap(segment)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(CHECK_AT, (int) crc.getValue());
    }
}
