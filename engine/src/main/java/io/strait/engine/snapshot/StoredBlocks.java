package io.strait.engine.snapshot;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import java.util.List;
import java.util.Optional;

/** Where a view finds the stored blocks of chains: as they are now, or as of a captured root. */
interface StoredBlocks {
    /** Allocates nothing when the block came as an object. */
    Optional<Block> get(Chain chain, long blockNumber);

    /** The one with the highest number; allocates nothing when it came as an object. */
    Optional<Block> last(Chain chain);

    /** All of them, newly listed, the one with the lowest number first. */
    List<Block> list(Chain chain);
}
