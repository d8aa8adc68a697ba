package io.strait.tool;

import io.strait.api.Limits;
import io.strait.engine.journal.FileDisk;
import io.strait.engine.journal.InspectedSegment;
import io.strait.engine.journal.JournalInspection;
import io.strait.engine.journal.JournaledCommand;
import io.strait.engine.journal.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads a journal once, and shows how far it is. */
final class JournalReading {
    /** How many commands pass between two looks at the clock. */
    private static final int STEP = 1_024;

    private final Path directory;
    private final JournalStart start;
    private final JournalInspection inspection;
    private final Progress progress;
    private long totalBytes;

    JournalReading(
            Path directory, JournalStart start, JournalInspection inspection, Progress progress) {
        this.directory = directory;
        this.start = start;
        this.inspection = inspection;
        this.progress = progress;
    }

    /** Hands on all commands, or those up to a position. */
    void read(long toPosition, Replay replay) throws IOException {
        totalBytes = progress == null ? 0 : segmentBytes();
        try {
            inspection.read(start.segment(), toPosition, new Followed(replay, toPosition));
        } finally {
            if (progress != null) {
                progress.clear();
            }
        }
    }

    /** A state of its own, to replay what is read. */
    ReplayedState newState() throws IOException {
        return ReplayedState.from(start, new FileDisk(directory));
    }

    /** The position behind which a replay begins: that of a checkpoint, or 0. */
    long replayedFrom() {
        return start.checkpoint();
    }

    /** As {@link #read}, where the journal must get as far as that. */
    void readUpTo(long position, Replay replay) throws IOException {
        if (position < start.checkpoint()) {
            throw new NotThereException(
                    "of the journal, nothing is left before position " + start.checkpoint());
        }
        read(position, replay);
        if (inspection.position() < position) {
            throw new NotThereException(
                    "the journal ends at position "
                            + inspection.position()
                            + ", before "
                            + position);
        }
    }

    List<InspectedSegment> segments() {
        return inspection.segments();
    }

    /** Where what could be read ends. */
    long position() {
        return inspection.position();
    }

    /** Leaves out what is behind the last position, and shows how far the reading is. */
    private final class Followed implements Replay {
        private final Replay replay;
        private final long toPosition;

        Followed(Replay replay, long toPosition) {
            this.replay = replay;
            this.toPosition = toPosition;
        }

        @Override
        public void limits(Limits limits) throws IOException {
            replay.limits(limits);
        }

        @Override
        public void command(JournaledCommand command) {
            long position = command.position();
            if (progress != null && position % STEP == 0) {
                progress.show(inspection.readBytes(), totalBytes, position);
            }
            if (position <= toPosition) {
                replay.command(command);
            }
        }
    }

    private long segmentBytes() throws IOException {
        long total = 0;
        for (FoundFile file : FoundFile.listOf(directory)) {
            total += file.isSegment() ? file.bytes() : 0;
        }
        return total;
    }

    /** One sentence on where the journal ends, and why. */
    String end() {
        InspectedSegment last = lastUsed();
        if (last == null) {
            return "The journal is empty.";
        }
        String end = "The journal ends at position " + position();
        if (last.tornBytes() > 0) {
            return String.format(
                    Locale.ROOT,
                    "%s, in %s at offset %d. Behind that, %d bytes are torn, or an engine is"
                            + " writing them.",
                    end,
                    last.file(),
                    last.endBytes(),
                    last.tornBytes());
        }
        return last.isClosed()
                ? end + ". The engine was closed."
                : end + ". The engine was not closed, or is open.";
    }

    private InspectedSegment lastUsed() {
        InspectedSegment last = null;
        for (InspectedSegment each : segments()) {
            last = each.isUnused() ? last : each;
        }
        return last;
    }
}
