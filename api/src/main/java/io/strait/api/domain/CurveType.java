package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;

/** The elliptic curve whose keys an operator set signs with. */
public enum CurveType {
    /** Not stated. */
    UNKNOWN(0),
    /** secp256k1 keys. */
    ECDSA(1),
    /** BN254 (alt_bn128) keys. */
    BN254(2);

    private static final CurveType[] BY_CODE = values();

    private final int code;

    CurveType(int code) {
        this.code = code;
    }

    /**
     * The constant as a stable primitive code.
     *
     * @return 0 to 2
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
    public static CurveType ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new InvalidArgumentException("code", code, "is not the code of a curve type");
        }
        return BY_CODE[code];
    }
}
