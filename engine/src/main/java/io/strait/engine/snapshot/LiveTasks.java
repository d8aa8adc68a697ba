package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import io.strait.engine.flat.FlatTasks;
import io.strait.engine.flat.TaskReads;
import io.strait.engine.image.ChainHead;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.List;
import java.util.Optional;

/**
 * The tasks as they are published now. A read stores nothing that others see: it looks afterwards
 * whether the writer has used again what it was looking at, and if so reads at the newest position
 * once more. A list that was overtaken twice captures the root instead.
 */
final class LiveTasks {
    private static final int TRIES = 2;

    private final Publication publication;
    private final Lifecycle lifecycle;
    private final TaskReads reads;

    LiveTasks(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.reads = publication.live().tasks();
    }

    /**
     * Null when it was overtaken; throws when the id is blank or such, but for one that is found.
     */
    Optional<Task> task(String taskId) {
        long hash64 = Hash64.of(taskId);
        while (true) {
            Optional<Task> read = task(root().positionAcquire(), hash64, taskId);
            if (read != null) {
                return read;
            }
            Thread.onSpinWait();
        }
    }

    Optional<TaskRecord> taskRecord(String taskId) {
        long hash64 = Hash64.of(taskId);
        while (true) {
            Optional<TaskRecord> read = taskRecord(root().positionAcquire(), hash64, taskId);
            if (read != null) {
                return read;
            }
            Thread.onSpinWait();
        }
    }

    int count(TaskStatus status) {
        while (true) {
            long position = root().positionAcquire();
            long roots = reads.head().readAt(position);
            if (roots != ChainHead.LAPPED) {
                int count = count(roots, position, status);
                if (count >= 0) {
                    return count;
                }
            }
            Thread.onSpinWait();
        }
    }

    List<Task> pending() {
        List<Task> read = attempt((roots, position) -> TaskLists.pending(reads, roots, position));
        return read == null ? CapturedTasks.pending(captured()) : read;
    }

    List<Task> pendingOf(Address avs) {
        List<Task> read =
                attempt((roots, position) -> TaskLists.pendingOf(reads, roots, position, avs));
        return read == null ? CapturedTasks.pendingOf(captured(), avs) : read;
    }

    List<TaskRecord> inStatus(TaskStatus status) {
        List<TaskRecord> read =
                attempt((roots, position) -> TaskLists.inStatus(reads, roots, position, status));
        return read == null ? CapturedTasks.inStatus(captured(), status) : read;
    }

    List<TaskRecord> expired(long nowMs) {
        List<TaskRecord> read =
                attempt((roots, position) -> TaskLists.expired(reads, roots, position, nowMs));
        return read == null ? CapturedTasks.expired(captured(), nowMs) : read;
    }

    /** Null when it was overtaken. */
    private Optional<Task> task(long position, long hash64, String taskId) {
        Optional<Task> read;
        try {
            int cell = reads.find(position, hash64, taskId);
            read = cell == FlatTasks.NONE ? Optional.empty() : reads.task(cell, position);
        } catch (RuntimeException e) {
            throwIfStanding(position, e);
            return null;
        }
        return reads.stands(position) ? read : null;
    }

    /** Null when it was overtaken. */
    private Optional<TaskRecord> taskRecord(long position, long hash64, String taskId) {
        Optional<TaskRecord> read;
        try {
            int cell = reads.find(position, hash64, taskId);
            read = cell == FlatTasks.NONE ? Optional.empty() : reads.taskRecord(cell, position);
        } catch (RuntimeException e) {
            throwIfStanding(position, e);
            return null;
        }
        return reads.stands(position) ? read : null;
    }

    /** -1 when it was overtaken. */
    private int count(long roots, long position, TaskStatus status) {
        int count;
        try {
            count = reads.count(reads.inStatus(roots, status));
        } catch (RuntimeException e) {
            throwIfStanding(position, e);
            return -1;
        }
        return reads.stands(position) ? count : -1;
    }

    /** Null when it was overtaken each time. */
    private <V> List<V> attempt(ListRead<V> listRead) {
        for (int i = 0; i < TRIES; i++) {
            long position = root().positionAcquire();
            long roots = reads.head().readAt(position);
            if (roots != ChainHead.LAPPED) {
                List<V> read = null;
                try {
                    read = listRead.at(roots, position);
                } catch (RuntimeException e) {
                    throwIfStanding(position, e);
                }
                if (read != null && reads.stands(position)) {
                    return read;
                }
            }
        }
        return null;
    }

    /** What an overtaken reader comes upon means nothing. */
    private void throwIfStanding(long position, RuntimeException e) {
        if (reads.stands(position)) {
            throw e;
        }
    }

    private Root captured() {
        return LiveRoot.captured(publication, lifecycle);
    }

    private Root root() {
        return LiveRoot.of(publication, lifecycle);
    }

    /** Reads a list as of a position. */
    private interface ListRead<V> {
        List<V> at(long roots, long position);
    }
}
