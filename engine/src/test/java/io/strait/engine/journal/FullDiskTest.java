package io.strait.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * What a disk without room refuses, and what it does not. Seen to fail when a long command takes
 * the segment that others count on, when one that was refused keeps short ones out, and when
 * recovery needs room for a journal that was closed.
 */
class FullDiskTest {
    private static final int SEGMENT_BYTES = 8 << 10;
    private static final int FRAME_BYTES = 4 << 10;
    private static final int LONG = 3_000;

    private final SimulatedDisk disk = new SimulatedDisk();
    private long count;

    @Test
    void shouldRefuseALongCommandAndStoreWhatCountsOnTheNextSegment() throws IOException {
        try (JournalWriter writer = open()) {
            // From now on a frame has room for one that is long.
            append(writer, LONG);
            writer.commit();
            writer.force();
            fillToTheEnd(writer);
            disk.limit(disk.usedBytes() + SEGMENT_BYTES);
            append(writer, 400);
            assertFalse(writer.reserve(LONG - 500), "there is no room");
            writer.commit();
            writer.force();
        }
        assertEquals(count, recover());
    }

    @Test
    void shouldStoreShortCommandsAfterALongOneWasRefused() throws IOException {
        try (JournalWriter writer = open()) {
            fillToTheEnd(writer);
            disk.limit(disk.usedBytes() + SEGMENT_BYTES);
            assertFalse(writer.reserve(LONG), "there is no room");
            append(writer, 400);
            writer.commit();
            writer.force();
        }
        assertEquals(count, recover());
    }

    @Test
    void shouldOpenWhatWasClosedWhenTheDiskWasFull() throws IOException {
        try (JournalWriter writer = open()) {
            append(writer, 10);
            writer.commit();
            writer.force();
        }
        disk.limit(disk.usedBytes());
        assertEquals(count, recover());
        assertTrue(disk.names().stream().noneMatch(name -> name.endsWith(".tmp")), "left over");
    }

    private JournalWriter open() {
        return new JournalWriter(
                new SegmentSupply(disk),
                JournalEnd.NOTHING,
                Limits.DEFAULT,
                SEGMENT_BYTES,
                FRAME_BYTES);
    }

    /** Until hardly anything fits. */
    private void fillToTheEnd(JournalWriter writer) throws IOException {
        for (int i = 0; i < 3; i++) {
            append(writer, 200);
            writer.commit();
            writer.force();
        }
    }

    private void append(JournalWriter writer, int words) throws IOException {
        assertTrue(writer.reserve(words), "room");
        writer.append(1, 0, 0, new long[words], 0, words);
        writer.outcome(0);
        count++;
    }

    private long recover() throws IOException {
        return new JournalRecovery(disk).recover(JournalEnd.NOTHING, Replay.NOBODY).position();
    }
}
