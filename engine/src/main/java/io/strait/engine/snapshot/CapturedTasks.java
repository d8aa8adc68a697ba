package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import io.strait.engine.flat.FlatTasks;
import io.strait.engine.flat.TaskReads;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/**
 * The tasks as of a captured root. The writer leaves alone what it shows for as long as the root is
 * reachable, so each read keeps it so until it is through.
 */
final class CapturedTasks {
    private CapturedTasks() {}

    static Optional<Task> task(Root root, String taskId) {
        try {
            TaskReads reads = root.captured().tasks();
            long position = root.positionAcquire();
            int cell = reads.find(position, Hash64.of(taskId), taskId);
            return cell == FlatTasks.NONE ? Optional.empty() : reads.task(cell, position);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    static Optional<TaskRecord> taskRecord(Root root, String taskId) {
        try {
            TaskReads reads = root.captured().tasks();
            long position = root.positionAcquire();
            int cell = reads.find(position, Hash64.of(taskId), taskId);
            return cell == FlatTasks.NONE ? Optional.empty() : reads.taskRecord(cell, position);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    static List<Task> pending(Root root) {
        try {
            return TaskLists.pending(root.captured().tasks(), roots(root), root.positionAcquire());
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    static List<Task> pendingOf(Root root, Address avs) {
        try {
            return TaskLists.pendingOf(
                    root.captured().tasks(), roots(root), root.positionAcquire(), avs);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    static List<TaskRecord> inStatus(Root root, TaskStatus status) {
        try {
            return TaskLists.inStatus(
                    root.captured().tasks(), roots(root), root.positionAcquire(), status);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    static List<TaskRecord> expired(Root root, long nowMs) {
        try {
            return TaskLists.expired(
                    root.captured().tasks(), roots(root), root.positionAcquire(), nowMs);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    static int count(Root root, TaskStatus status) {
        try {
            TaskReads reads = root.captured().tasks();
            Require.notNull("status", status);
            return reads.count(reads.inStatus(roots(root), status));
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    private static long roots(Root root) {
        return Publication.capturedHead(root, root.captured().tasks().head());
    }
}
