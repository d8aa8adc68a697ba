package io.strait.tool;

import io.strait.api.error.StorageDamagedException;
import io.strait.engine.checkpoint.Checkpoints;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.JournalInspection;
import java.io.IOException;
import java.util.List;

/**
 * Where reading begins: with the first segment there ever was, or, if that is gone, with the one of
 * the oldest checkpoint.
 *
 * @param checkpoint its position; 0 without one
 */
record JournalStart(long segment, long checkpoint) {
    private static final JournalStart BEGINNING =
            new JournalStart(JournalInspection.FIRST_SEGMENT, 0);

    static JournalStart of(Disk disk) throws IOException {
        boolean isWhole =
                disk.names().stream()
                        .anyMatch(
                                name ->
                                        JournalInspection.segmentNumber(name)
                                                == JournalInspection.FIRST_SEGMENT);
        return isWhole ? BEGINNING : behindOldest(new Checkpoints(disk));
    }

    /** Without any, there is nothing, or the first segment is missed. */
    private static JournalStart behindOldest(Checkpoints checkpoints) throws IOException {
        List<Long> positions = checkpoints.positions();
        for (int i = positions.size() - 1; i >= 0; i--) {
            long position = positions.get(i);
            try {
                return new JournalStart(checkpoints.header(position).journalSegment(), position);
            } catch (StorageDamagedException e) {
                if (i == 0) {
                    throw e;
                }
            }
        }
        return BEGINNING;
    }
}
