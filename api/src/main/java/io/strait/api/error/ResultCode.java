package io.strait.api.error;

/**
 * How a call ended. Zero is success and every failure is negative, so that a hot path can carry the
 * code in a primitive.
 */
public enum ResultCode {
    /** The command was applied and published. */
    OK(0),
    /** What the command names does not exist. */
    NOT_FOUND(-1),
    /** What the command would create exists already. */
    ALREADY_EXISTS(-2),
    /** The status the command asks for cannot follow the present one. */
    INVALID_TRANSITION(-3),
    /** The block's parent is not the stored predecessor. */
    PARENT_MISMATCH(-4),
    /** The block number lies on the wrong side of the last processed block. */
    BLOCK_ORDER(-5),
    /** A limit of the engine is reached. */
    CAPACITY_EXCEEDED(-6),
    /** The lane is full, or its lock was not to be had for about 10 ms; nothing was accepted. */
    BACK_PRESSURE(-7),
    /**
     * The engine is closed: the write was not accepted, or was cut off by a close that timed out.
     * One that was cut off may be there when an engine is opened on the directory again.
     */
    CLOSED(-8),
    /** The engine has failed; see the cause. */
    FAILED(-9),
    /** The caller waited as long as it had asked to; the command may still be applied. */
    TIMED_OUT(-10),
    /** The caller was interrupted while waiting; the command may still be applied. */
    INTERRUPTED(-11),
    /** The call is not allowed on the thread that made it. */
    WRONG_THREAD(-12),
    /** Another block is stored under the block's number. */
    BLOCK_CONFLICT(-13),
    /** A task of the commit has an id that is taken; its block is not stored. */
    TASK_EXISTS(-14),
    /** The lease that a claim asked for was over already. */
    LEASE_EXPIRED(-15),
    /** The disk has no room for the write; nothing was accepted. */
    STORAGE_FULL(-16),
    /**
     * The engine failed before the write was on stable storage. Nobody has seen its effect; whether
     * it is there tells the next engine that is opened on the directory.
     */
    UNKNOWN(-17),
    /** The engine's directory or a file in it is in use, damaged, or cannot be read. */
    STORAGE(-18);

    private static final ResultCode[] BY_NEGATED_CODE = values();

    private final int code;

    ResultCode(int code) {
        this.code = code;
    }

    /**
     * The code as a primitive.
     *
     * @return zero for {@link #OK}, a negative number for a failure
     */
    public int code() {
        return code;
    }

    /**
     * The constant with the given primitive code.
     *
     * @param code what {@link #code()} returned
     * @return the constant
     * @throws InvalidArgumentException when no constant has that code
     */
    public static ResultCode ofCode(int code) {
        if (code > 0 || code <= -BY_NEGATED_CODE.length) {
            throw new InvalidArgumentException("code", code, "is not the code of a result");
        }
        return BY_NEGATED_CODE[-code];
    }
}
