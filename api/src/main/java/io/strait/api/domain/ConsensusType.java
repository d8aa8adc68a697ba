package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;

/** How the answers of an operator set become one. */
public enum ConsensusType {
    /** No agreement is asked for. */
    NONE(0),
    /** Operators with at least the threshold's share of the stake must agree. */
    STAKE_PROPORTION_THRESHOLD(1);

    private static final ConsensusType[] BY_CODE = values();

    private final int code;

    ConsensusType(int code) {
        this.code = code;
    }

    /**
     * The constant as a stable primitive code.
     *
     * @return 0 to 1
     */
    public int code() {
        return code;
    }

    /**
     * The constant with the given code.
     *
     * @param code what {@link #code()} returned
     * @return the constant
     * @throws InvalidArgumentException when no constant has that code
     */
    public static ConsensusType ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new InvalidArgumentException("code", code, "is not the code of a consensus type");
        }
        return BY_CODE[code];
    }
}
