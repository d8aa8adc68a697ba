package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * What a caller that wants to begin a task is told.
 *
 * @param standing whether the caller is the one to do the work
 * @param result the stored result when the task is done already; empty otherwise
 */
public record TaskBegin(Standing standing, Bytes result) {
    /** Whose work the task is. */
    public enum Standing {
        /** The caller is first, and is to do the work. */
        FIRST,
        /** Another caller has begun it and has not finished. */
        ALREADY_RUNNING,
        /** It is done; the result is at hand. */
        ALREADY_DONE
    }

    /** The answer to the first caller. */
    public static final TaskBegin FIRST = new TaskBegin(Standing.FIRST, Bytes.EMPTY);

    /** The answer while the task runs. */
    public static final TaskBegin ALREADY_RUNNING =
            new TaskBegin(Standing.ALREADY_RUNNING, Bytes.EMPTY);

    /**
     * Checks the parts for null.
     *
     * @param standing whether the caller is the one to do the work
     * @param result the stored result when the task is done already
     * @throws io.strait.api.error.InvalidArgumentException when a part is null
     */
    public TaskBegin {
        Require.notNull("standing", standing);
        Require.notNull("result", result);
    }
}
