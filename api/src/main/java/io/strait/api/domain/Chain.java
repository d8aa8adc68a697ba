package io.strait.api.domain;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import java.math.BigInteger;

/**
 * A chain as one AVS follows it: the AVS address and the chain id. Chains are compared whole, so
 * chain 1 and chain 17000 never mix.
 *
 * <p>A chain id is an unsigned 64-bit number. Make one of a larger type, or of text, with {@link
 * #idOf}, which refuses what does not fit; a cast would make one id of two.
 *
 * <p>Immutable. Keep and reuse a chain that is used often: its key is computed once.
 */
public final class Chain implements Comparable<Chain> {
    private static final String CHAIN_ID = "chainId";
    private static final int DECIMAL = 10;
    private static final int HEX = 16;

    private final Address avs;
    private final long chainId;
    private final long hash64;

    private Chain(Address avs, long chainId) {
        this.avs = avs;
        this.chainId = chainId;
        this.hash64 = Hash64.of(avs.hash64(), chainId);
    }

    /**
     * The chain that an AVS follows.
     *
     * @param avs the AVS's address
     * @param chainId the chain's id, unsigned 64-bit: every long is valid
     * @return the chain
     * @throws io.strait.api.error.InvalidArgumentException when the address is null or none
     */
    public static Chain of(Address avs, long chainId) {
        return new Chain(Addresses.required("avs", avs), chainId);
    }

    /**
     * The chain that an AVS follows.
     *
     * @param avs the AVS's address as text
     * @param chainId the chain's id, unsigned 64-bit: every long is valid
     * @return the chain
     * @throws io.strait.api.error.InvalidArgumentException when the address is no address
     */
    public static Chain of(String avs, long chainId) {
        return new Chain(Address.of(Require.notNull("avs", avs)), chainId);
    }

    /**
     * A chain id, from a number of any size.
     *
     * @param chainId the id, 0 to 2^64-1
     * @return the id as an unsigned 64-bit number
     * @throws InvalidArgumentException when the number is null or does not fit
     */
    public static long idOf(BigInteger chainId) {
        Require.notNull(CHAIN_ID, chainId);
        if (chainId.signum() < 0 || chainId.bitLength() > Long.SIZE) {
            throw new InvalidArgumentException(CHAIN_ID, chainId, "must be from 0 to 2^64-1");
        }
        return chainId.longValue();
    }

    /**
     * A chain id, from text.
     *
     * @param chainId the id, 0 to 2^64-1: in decimal, or in hexadecimal behind {@code 0x}
     * @return the id as an unsigned 64-bit number
     * @throws InvalidArgumentException when the text is null, is no such number, or does not fit
     */
    public static long idOf(String chainId) {
        Require.notNull(CHAIN_ID, chainId);
        boolean isHex = chainId.startsWith("0x") || chainId.startsWith("0X");
        String digits = isHex ? chainId.substring(2) : chainId;
        try {
            if (!digits.startsWith("+")) {
                return Long.parseUnsignedLong(digits, isHex ? HEX : DECIMAL);
            }
        } catch (NumberFormatException e) {
            // Told below, as every bad argument is.
        }
        throw new InvalidArgumentException(
                CHAIN_ID, chainId, "must be a number from 0 to 2^64-1, decimal or 0x hex");
    }

    /**
     * The AVS that follows the chain.
     *
     * @return its address
     */
    public Address avs() {
        return avs;
    }

    /**
     * The chain's id.
     *
     * @return an unsigned 64-bit number
     */
    public long chainId() {
        return chainId;
    }

    /**
     * A 64-bit hash of both parts, the same in every run. Not unique.
     *
     * @return the hash
     */
    public long hash64() {
        return hash64;
    }

    /** By the AVS's address, then by the chain's id, unsigned. */
    @Override
    public int compareTo(Chain other) {
        int byAvs = avs.compareTo(other.avs);
        return byAvs == 0 ? Long.compareUnsigned(chainId, other.chainId) : byAvs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Chain that && chainId == that.chainId && avs.equals(that.avs);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash64);
    }

    @Override
    public String toString() {
        return avs + "/" + Long.toUnsignedString(chainId);
    }
}
