package io.strait.engine.image;

import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;

/**
 * The tasks as published.
 *
 * @param byKey all tasks by the key of their id; each row is a {@link TaskRow}
 * @param pending the pending tasks in the order in which they were saved
 * @param processing the processing tasks, likewise
 * @param completed the completed tasks, likewise
 * @param failed the failed tasks, likewise
 * @param pendingByAvs the pending tasks of each AVS that has any, likewise
 * @param pendingCount how many are pending
 * @param processingCount how many are processing
 * @param completedCount how many are completed
 * @param failedCount how many have failed
 */
public record TaskImage(
        TrieNode<Row<TaskRecord>> byKey,
        TrieNode<Row<TaskRecord>> pending,
        TrieNode<Row<TaskRecord>> processing,
        TrieNode<Row<TaskRecord>> completed,
        TrieNode<Row<TaskRecord>> failed,
        TrieNode<Row<TrieNode<Row<TaskRecord>>>> pendingByAvs,
        int pendingCount,
        int processingCount,
        int completedCount,
        int failedCount) {
    /**
     * An image of tries as they are now.
     *
     * @param byKey all tasks by the key of their id; each row is a {@link TaskRow}
     * @param pending the pending tasks in the order in which they were saved
     * @param processing the processing tasks, likewise
     * @param completed the completed tasks, likewise
     * @param failed the failed tasks, likewise
     * @param pendingByAvs the pending tasks of each AVS that has any, likewise
     */
    public TaskImage(
            TrieNode<Row<TaskRecord>> byKey,
            TrieNode<Row<TaskRecord>> pending,
            TrieNode<Row<TaskRecord>> processing,
            TrieNode<Row<TaskRecord>> completed,
            TrieNode<Row<TaskRecord>> failed,
            TrieNode<Row<TrieNode<Row<TaskRecord>>>> pendingByAvs) {
        this(
                byKey,
                pending,
                processing,
                completed,
                failed,
                pendingByAvs,
                pending.size(),
                processing.size(),
                completed.size(),
                failed.size());
    }

    /**
     * How many tasks are in a status. As all that is not in a trie, it stays as it is.
     *
     * @param status the status
     * @return their number
     */
    public int count(TaskStatus status) {
        return switch (status) {
            case PENDING -> pendingCount;
            case PROCESSING -> processingCount;
            case COMPLETED -> completedCount;
            case FAILED -> failedCount;
        };
    }

    /**
     * The tasks in a status.
     *
     * @param status the status
     * @return their rows, in the order in which they were saved
     */
    public TrieNode<Row<TaskRecord>> in(TaskStatus status) {
        return switch (status) {
            case PENDING -> pending;
            case PROCESSING -> processing;
            case COMPLETED -> completed;
            case FAILED -> failed;
        };
    }
}
