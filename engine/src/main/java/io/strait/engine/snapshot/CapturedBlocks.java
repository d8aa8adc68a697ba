package io.strait.engine.snapshot;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.flat.BlockReads;
import io.strait.engine.image.ChainImage;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/** The stored blocks as of a captured root, in the way of {@link CapturedTasks}. */
final class CapturedBlocks implements StoredBlocks {
    private static final long NONE = -1;

    private final Root root;
    private final BlockReads reads;

    CapturedBlocks(Root root) {
        this.root = root;
        this.reads = root.captured().blocks();
    }

    @Override
    public Optional<Block> get(Chain chain, long blockNumber) {
        try {
            return reads.get(chain, head(chain), root.positionAcquire(), blockNumber);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    @Override
    public Optional<Block> last(Chain chain) {
        try {
            return reads.last(chain, head(chain), root.positionAcquire());
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    @Override
    public List<Block> list(Chain chain) {
        try {
            return reads.list(chain, head(chain), root.positionAcquire());
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    private long head(Chain chain) {
        ChainImage image = ImageAggregatorView.chain(root.image(), chain);
        return image == null ? NONE : Publication.capturedHead(root, image.blocks());
    }
}
