package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.flat.CopiedTask;
import io.strait.engine.flat.FlatTasks;
import io.strait.engine.flat.TaskReads;
import io.strait.engine.flat.TaskWalk;
import io.strait.engine.image.ChainHead;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.word.WordId;

/**
 * One thread's hot-path reads of the tasks as they are published now: in the way of {@link
 * LiveTasks}, but into what its caller owns.
 */
final class LiveTaskReader {
    private static final int TRIES = 3;

    private final Publication publication;
    private final Lifecycle lifecycle;
    private final TaskReads reads;
    private final TaskWalk walk;

    /** The position of the read under way. */
    private long position;

    LiveTaskReader(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.reads = publication.live().tasks();
        this.walk = new TaskWalk(publication.memory());
    }

    /** Null when there is no such task. */
    TaskStatus status(WordId id) {
        while (true) {
            position = position();
            try {
                int cell = reads.find(position, id.hash64(), id);
                TaskStatus status = cell == FlatTasks.NONE ? null : reads.status(cell, position);
                if (reads.stands(position)) {
                    return status;
                }
            } catch (RuntimeException e) {
                throwIfStanding(e);
            }
            Thread.onSpinWait();
        }
    }

    /** Whatever it throws, the view holds no task then: what it was filled with may be torn. */
    boolean read(WordId id, CopiedTask into) {
        try {
            return readUntilItStands(id, into);
        } catch (Throwable t) {
            into.showNothing();
            throw t;
        }
    }

    private boolean readUntilItStands(WordId id, CopiedTask into) {
        while (true) {
            position = position();
            try {
                int cell = reads.find(position, id.hash64(), id);
                if (cell == FlatTasks.NONE) {
                    into.showNothing();
                } else {
                    reads.copy(cell, position, into);
                }
                if (reads.stands(position)) {
                    return cell != FlatTasks.NONE;
                }
            } catch (RuntimeException e) {
                throwIfStanding(e);
            }
            Thread.onSpinWait();
        }
    }

    TaskWalk pending() {
        return walk(null);
    }

    TaskWalk pendingOf(Address avs) {
        return walk(avs);
    }

    /**
     * Begins the walk over the pending tasks, or over those of an AVS. One that is overtaken each
     * time while it notes down where the tasks are captures the root instead, which costs the
     * writer a new one.
     */
    private TaskWalk walk(Address avs) {
        for (int i = 0; i < TRIES; i++) {
            long roots = roots();
            try {
                reads.begin(root(reads, roots, position, avs), position, null, walk);
                if (reads.stands(position)) {
                    return walk;
                }
            } catch (RuntimeException e) {
                throwIfStanding(e);
            }
            Thread.onSpinWait();
        }
        return walkCaptured(avs);
    }

    private TaskWalk walkCaptured(Address avs) {
        Root root = LiveRoot.captured(publication, lifecycle);
        TaskReads captured = root.captured().tasks();
        long roots = Publication.capturedHead(root, captured.head());
        long at = root.positionAcquire();
        captured.begin(root(captured, roots, at, avs), at, root, walk);
        return walk;
    }

    private static int root(TaskReads from, long roots, long at, Address avs) {
        return avs == null
                ? from.inStatus(roots, TaskStatus.PENDING)
                : from.pendingOf(roots, at, avs);
    }

    private long roots() {
        while (true) {
            position = position();
            long roots = reads.head().readAt(position);
            if (roots != ChainHead.LAPPED) {
                return roots;
            }
            Thread.onSpinWait();
        }
    }

    private long position() {
        return LiveRoot.of(publication, lifecycle).positionAcquire();
    }

    /** What an overtaken reader comes upon means nothing. */
    private void throwIfStanding(RuntimeException e) {
        if (reads.stands(position)) {
            throw e;
        }
    }
}
