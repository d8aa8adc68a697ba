package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;

/**
 * Where a task stands. A task is saved as pending; from there it goes to processing or failed, from
 * processing to completed or failed. Only an expired lease takes it from processing back to
 * pending.
 */
public enum TaskStatus {
    /** Waiting to be taken up. */
    PENDING(1),
    /** Taken up by a worker. */
    PROCESSING(2),
    /** Done; final. */
    COMPLETED(3),
    /** Given up; final. */
    FAILED(4);

    private static final TaskStatus[] BY_CODE_MINUS_ONE = values();

    private final int code;

    TaskStatus(int code) {
        this.code = code;
    }

    /**
     * The status as a stable primitive code.
     *
     * @return 1 to 4
     */
    public int code() {
        return code;
    }

    /**
     * The status with the given code.
     *
     * @param code what {@link #code()} returned
     * @return the status
     * @throws InvalidArgumentException when no status has that code
     */
    public static TaskStatus ofCode(int code) {
        if (code < 1 || code > BY_CODE_MINUS_ONE.length) {
            throw new InvalidArgumentException("code", code, "is not the code of a task status");
        }
        return BY_CODE_MINUS_ONE[code - 1];
    }

    /**
     * Whether a task stays in this status for good.
     *
     * @return true for {@link #COMPLETED} and {@link #FAILED}
     */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED;
    }

    /**
     * Whether {@code updateTaskStatus} may take a task from this status to another.
     *
     * @param next the status asked for
     * @return true when it may
     */
    public boolean canBecome(TaskStatus next) {
        return switch (this) {
            case PENDING -> next == PROCESSING || next == FAILED;
            case PROCESSING -> next == COMPLETED || next == FAILED;
            case COMPLETED, FAILED -> false;
        };
    }
}
