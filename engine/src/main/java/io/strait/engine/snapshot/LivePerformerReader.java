package io.strait.engine.snapshot;

import io.strait.api.domain.Performer;
import io.strait.engine.flat.PerformerWalk;
import io.strait.engine.flat.RecordReads;
import io.strait.engine.image.ChainHead;
import io.strait.engine.lifecycle.Lifecycle;

/** One thread's walks over the performers, in the way of {@link LiveTaskReader}. */
final class LivePerformerReader {
    private static final int TRIES = 3;

    private final Publication publication;
    private final Lifecycle lifecycle;
    private final RecordReads<Performer> reads;
    private final PerformerWalk walk;

    LivePerformerReader(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.reads = publication.live().performers();
        this.walk = new PerformerWalk(publication.memory());
    }

    PerformerWalk walk() {
        for (int i = 0; i < TRIES; i++) {
            long position = LiveRoot.of(publication, lifecycle).positionAcquire();
            long roots = reads.head().readAt(position);
            if (roots != ChainHead.LAPPED && begin(roots, position)) {
                return walk;
            }
            Thread.onSpinWait();
        }
        Root root = LiveRoot.captured(publication, lifecycle);
        RecordReads<Performer> captured = root.captured().performers();
        long roots = Publication.capturedHead(root, captured.head());
        captured.begin(captured.all(roots), root.positionAcquire(), root, walk);
        return walk;
    }

    /** False when it was overtaken. */
    private boolean begin(long roots, long position) {
        try {
            reads.begin(reads.all(roots), position, null, walk);
        } catch (RuntimeException e) {
            if (reads.stands(position)) {
                throw e;
            }
            return false;
        }
        return reads.stands(position);
    }
}
