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
 */
public record TaskImage(
        TrieNode<Row<TaskRecord>> byKey,
        TrieNode<Row<TaskRecord>> pending,
        TrieNode<Row<TaskRecord>> processing,
        TrieNode<Row<TaskRecord>> completed,
        TrieNode<Row<TaskRecord>> failed,
        TrieNode<Row<TrieNode<Row<TaskRecord>>>> pendingByAvs) {
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
