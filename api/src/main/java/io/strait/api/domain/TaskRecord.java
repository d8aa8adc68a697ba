package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * A task and where it stands.
 *
 * @param task the task as it was saved
 * @param status where it stands
 * @param createdAtMs when it was saved, by the engine's clock, milliseconds since 1970-01-01 UTC
 * @param updatedAtMs when its status last changed, by the engine's clock, milliseconds since
 *     1970-01-01 UTC
 * @param leaseUntilMs the last moment of the lease under which it is processed, or {@link
 *     #NO_LEASE}
 */
public record TaskRecord(
        Task task, TaskStatus status, long createdAtMs, long updatedAtMs, long leaseUntilMs) {
    /** The lease of a task that has none: it ends later than every moment. */
    public static final long NO_LEASE = Long.MAX_VALUE;

    /**
     * Checks the parts for null.
     *
     * @param task the task as it was saved
     * @param status where it stands
     * @param createdAtMs when it was saved, by the engine's clock, milliseconds since 1970-01-01
     *     UTC
     * @param updatedAtMs when its status last changed, by the engine's clock, milliseconds since
     *     1970-01-01 UTC
     * @param leaseUntilMs the last moment of the lease under which it is processed, or {@link
     *     #NO_LEASE}
     * @throws io.strait.api.error.InvalidArgumentException when a part is null
     */
    public TaskRecord {
        Require.notNull("task", task);
        Require.notNull("status", status);
    }

    /**
     * The task's id.
     *
     * @return the id
     */
    public String id() {
        return task.id();
    }

    /**
     * Whether the lease has run out.
     *
     * @param nowMs the moment, milliseconds since 1970-01-01 UTC
     * @return true when the moment is later than the end of the lease
     */
    public boolean isLeaseExpired(long nowMs) {
        return leaseUntilMs < nowMs;
    }
}
