package io.strait.engine;

import io.strait.api.Limits;
import io.strait.engine.checkpoint.CheckpointHeader;
import io.strait.engine.checkpoint.Checkpointer;
import io.strait.engine.journal.Journal;
import io.strait.engine.journal.JournalEnd;
import io.strait.engine.publish.Publication;
import io.strait.engine.publish.Version;
import io.strait.engine.state.State;

/**
 * Where the writer gives an image for a checkpoint: between two batches, when all that is applied
 * is published. The journal is stored up to there first, so that no checkpoint knows more than it.
 */
final class ImagePoint implements Runnable {
    private final Checkpointer checkpointer;
    private final Journal journal;
    private final Publication publication;
    private final State state;
    private final Limits limits;

    /** One that gives images to a checkpointer. */
    ImagePoint(
            Checkpointer checkpointer,
            Journal journal,
            Publication publication,
            State state,
            Limits limits) {
        this.checkpointer = checkpointer;
        this.journal = journal;
        this.publication = publication;
        this.state = state;
        this.limits = limits;
    }

    @Override
    public void run() {
        long journalBytes = journal.writtenBytes();
        if (!checkpointer.isDue(journalBytes)) {
            return;
        }
        JournalEnd end = journal.end();
        Version version = publication.pin();
        // Of the newest that is stored: an attempt that failed is made again.
        if (version.isRetired() || end.position() == checkpointer.status().position()) {
            checkpointer.give(null, null, journalBytes);
            return;
        }
        CheckpointHeader header =
                new CheckpointHeader(end.position(), limits, end.segment(), end.check());
        checkpointer.give(state.image(end.position(), version), header, journalBytes);
    }
}
