package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import java.util.Comparator;

/**
 * The keys of an MVStore's maps, and their orders. Hashes come first where the order is not asked
 * for: texts are then compared only when they are equal.
 */
final class VersionedKeys {
    static final Comparator<Address> BY_AVS =
            (a, b) -> {
                int byHash = Long.compare(a.hash64(), b.hash64());
                return byHash != 0 ? byHash : a.compareTo(b);
            };

    static final Comparator<Chain> BY_CHAIN =
            (a, b) -> {
                int byHash = Long.compare(a.hash64(), b.hash64());
                if (byHash != 0) {
                    return byHash;
                }
                int byAvs = a.avs().compareTo(b.avs());
                return byAvs != 0 ? byAvs : Long.compare(a.chainId(), b.chainId());
            };

    static final Comparator<OperatorSet> BY_OPERATOR_SET =
            (a, b) -> {
                int byHash = Long.compare(a.hash64(), b.hash64());
                if (byHash != 0) {
                    return byHash;
                }
                int byAvs = a.avs().compareTo(b.avs());
                return byAvs != 0 ? byAvs : Long.compare(a.id(), b.id());
            };

    private VersionedKeys() {}

    /** A place in the order of saving, within an AVS. */
    record AvsSequence(Address avs, long sequence) {
        static final Comparator<AvsSequence> ORDER =
                (a, b) -> {
                    int byAvs = BY_AVS.compare(a.avs, b.avs);
                    return byAvs != 0 ? byAvs : Long.compare(a.sequence, b.sequence);
                };
    }

    /** A block of a chain; those of one chain lie together, lowest first. */
    record BlockKey(Chain chain, long number) {
        static final Comparator<BlockKey> ORDER =
                (a, b) -> {
                    int byChain = BY_CHAIN.compare(a.chain, b.chain);
                    return byChain != 0 ? byChain : Long.compare(a.number, b.number);
                };
    }
}
