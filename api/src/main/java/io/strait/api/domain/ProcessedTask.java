package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * What an executor remembers of a task that it has begun or done.
 *
 * @param taskId the task's id
 * @param done false while the task runs, true once it is finished or marked as processed
 * @param result the stored result; empty while it runs, and when it was only marked
 * @param changedAtMs when it was begun or, later, done, by the engine's clock, milliseconds since
 *     1970-01-01 UTC
 */
public record ProcessedTask(String taskId, boolean done, Bytes result, long changedAtMs) {
    /**
     * Checks the parts.
     *
     * @param taskId the task's id
     * @param done false while the task runs, true once it is finished or marked as processed
     * @param result the stored result
     * @param changedAtMs when it was begun or, later, done, by the engine's clock, milliseconds
     *     since 1970-01-01 UTC
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public ProcessedTask {
        Require.id("taskId", taskId);
        Require.notNull("result", result);
    }
}
