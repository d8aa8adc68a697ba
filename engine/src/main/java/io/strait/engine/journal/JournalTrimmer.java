package io.strait.engine.journal;

import java.io.IOException;
import java.util.List;

/** Lets go segments that no recovery needs any more. For one thread. */
public final class JournalTrimmer {
    private final Disk disk;

    /** For the journal of a directory. */
    public JournalTrimmer(Disk disk) {
        this.disk = disk;
    }

    /** Deletes all segments before one, the oldest first: a crash leaves no gap. */
    public void deleteBefore(long number) throws IOException {
        List<Long> deleted =
                disk.names().stream()
                        .map(SegmentLayout::number)
                        .filter(each -> each >= 0 && each < number)
                        .sorted()
                        .toList();
        for (long each : deleted) {
            disk.delete(SegmentLayout.name(each));
        }
        if (!deleted.isEmpty()) {
            disk.forceNames();
        }
    }
}
