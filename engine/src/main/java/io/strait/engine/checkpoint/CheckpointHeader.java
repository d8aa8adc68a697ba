package io.strait.engine.checkpoint;

import io.strait.api.Limits;
import io.strait.engine.journal.JournalEnd;

/**
 * What a checkpoint says of itself.
 *
 * @param position as of which position it shows the state; 1 or more
 * @param limits under which the state was, and under which the journal behind it is replayed
 * @param journalSegment the number of the journal's segment in which the position's frame is
 * @param journalCheck the check of that frame, to which the next one is chained
 */
public record CheckpointHeader(
        long position, Limits limits, long journalSegment, int journalCheck) {
    /** Behind what the journal goes on. */
    JournalEnd journalEnd() {
        return new JournalEnd(journalSegment, position, journalCheck, 0, 0);
    }
}
