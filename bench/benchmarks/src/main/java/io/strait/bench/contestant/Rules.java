package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ParentMismatchException;
import io.strait.api.error.TaskExistsException;

/** What all rivals allow and refuse, as the API's documentation has it. */
final class Rules {
    private Rules() {}

    static TaskRecord pending(Task task, long nowMs) {
        return new TaskRecord(task, TaskStatus.PENDING, nowMs, nowMs, TaskRecord.NO_LEASE);
    }

    static TaskRecord moved(TaskRecord old, TaskStatus to, long nowMs) {
        if (!old.status().canBecome(to)) {
            throw new InvalidTransitionException("taskId", old.id(), old.status(), to);
        }
        return new TaskRecord(old.task(), to, old.createdAtMs(), nowMs, TaskRecord.NO_LEASE);
    }

    static NotFoundException noTask(String taskId) {
        return new NotFoundException("taskId", taskId);
    }

    static AlreadyExistsException taskExists(Task task) {
        return new AlreadyExistsException("taskId", task.id());
    }

    static TaskExistsException taskOfCommitExists(Task task) {
        return new TaskExistsException(task.id());
    }

    static void refuseGoingBack(long blockNumber, long lastProcessedBlock) {
        if (blockNumber < lastProcessedBlock) {
            throw new BlockOrderException(blockNumber, lastProcessedBlock);
        }
    }

    /**
     * Refuses a block that cannot come next.
     *
     * @param stored what is stored under its number, or null
     * @param before what is stored under the number before it, or null
     */
    static void refuseUnlessNext(Block block, long lastProcessedBlock, Block stored, Block before) {
        boolean same = stored != null && stored.hash().equals(block.hash());
        if (block.number() <= lastProcessedBlock && !same) {
            throw new BlockOrderException(block.number(), lastProcessedBlock);
        }
        if (block.number() <= lastProcessedBlock) {
            throw new AlreadyExistsException("blockNumber", block.number());
        }
        // another one was saved ahead
        if (stored != null && !same) {
            throw new BlockConflictException(block.number(), stored.hash(), block.hash());
        }
        if (before != null && !before.hash().equals(block.parentHash())) {
            throw new ParentMismatchException(
                    block.number(), before.number(), before.hash(), block.parentHash());
        }
    }
}
