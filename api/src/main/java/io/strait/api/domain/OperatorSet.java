package io.strait.api.domain;

import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;

/**
 * An operator set: the AVS that it serves, and its id within that AVS. Immutable; keep and reuse
 * one that is used often.
 */
public final class OperatorSet implements Comparable<OperatorSet> {
    private final Address avs;
    private final long id;
    private final long hash64;

    private OperatorSet(Address avs, long id) {
        this.avs = avs;
        this.id = id;
        this.hash64 = Hash64.of(avs.hash64(), id);
    }

    /**
     * The operator set of an AVS.
     *
     * @param avs the AVS's address
     * @param id the operator set's id, 0 to 2^32-1
     * @return the operator set
     * @throws io.strait.api.error.InvalidArgumentException when the address is null or none, or the
     *     id out of range
     */
    public static OperatorSet of(Address avs, long id) {
        return new OperatorSet(Addresses.required("avs", avs), Require.uint32("operatorSetId", id));
    }

    /**
     * The AVS that the operator set serves.
     *
     * @return its address
     */
    public Address avs() {
        return avs;
    }

    /**
     * The id within the AVS.
     *
     * @return 0 to 2^32-1
     */
    public long id() {
        return id;
    }

    /**
     * A 64-bit hash of both parts, the same in every run. Not unique.
     *
     * @return the hash
     */
    public long hash64() {
        return hash64;
    }

    /** By the AVS's address, then by the operator set's id. */
    @Override
    public int compareTo(OperatorSet other) {
        int byAvs = avs.compareTo(other.avs);
        return byAvs == 0 ? Long.compare(id, other.id) : byAvs;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof OperatorSet that && id == that.id && avs.equals(that.avs);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash64);
    }

    @Override
    public String toString() {
        return avs + "#" + id;
    }
}
