package io.strait.api.domain;

import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;

/**
 * A chain as one AVS follows it: the AVS address and the chain id. Chains are compared whole, so
 * chain 1 and chain 17000 never mix.
 *
 * <p>Immutable. Keep and reuse a chain that is used often: its key is computed once.
 */
public final class Chain {
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
