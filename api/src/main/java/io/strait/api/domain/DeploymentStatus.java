package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;

/**
 * Where a deployment stands. It is saved as pending; from there it goes to deploying or failed,
 * from deploying to running or failed, from running to failed.
 */
public enum DeploymentStatus {
    /** Asked for. */
    PENDING(1),
    /** Under way. */
    DEPLOYING(2),
    /** Up. */
    RUNNING(3),
    /** Given up or gone down; final. */
    FAILED(4);

    private static final DeploymentStatus[] BY_CODE_MINUS_ONE = values();

    private final int code;

    DeploymentStatus(int code) {
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
    public static DeploymentStatus ofCode(int code) {
        if (code < 1 || code > BY_CODE_MINUS_ONE.length) {
            throw new InvalidArgumentException(
                    "code", code, "is not the code of a deployment status");
        }
        return BY_CODE_MINUS_ONE[code - 1];
    }

    /**
     * Whether {@code updateDeploymentStatus} may take a deployment from this status to another.
     *
     * @param next the status asked for
     * @return true when it may
     */
    public boolean canBecome(DeploymentStatus next) {
        return switch (this) {
            case PENDING -> next == DEPLOYING || next == FAILED;
            case DEPLOYING -> next == RUNNING || next == FAILED;
            case RUNNING -> next == FAILED;
            case FAILED -> false;
        };
    }
}
