package io.strait.engine.snapshot;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.flat.BlockReads;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.List;
import java.util.Optional;

/** The stored blocks as they are published now, in the way of {@link LiveTasks}. */
final class LiveBlocks implements StoredBlocks {
    private static final int TRIES = 2;
    private static final long LAST = -1;

    private final Publication publication;
    private final Lifecycle lifecycle;
    private final BlockReads reads;

    LiveBlocks(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.reads = publication.live().blocks();
    }

    @Override
    public Optional<Block> get(Chain chain, long blockNumber) {
        return find(chain, blockNumber);
    }

    @Override
    public Optional<Block> last(Chain chain) {
        return find(chain, LAST);
    }

    @Override
    public List<Block> list(Chain chain) {
        for (int i = 0; i < TRIES; i++) {
            Root root = LiveRoot.of(publication, lifecycle);
            ChainImage image = ImageAggregatorView.chain(root.image(), chain);
            if (image == null) {
                return List.of();
            }
            long position = root.positionAcquire();
            long head = image.blocks().readAt(position);
            if (head != ChainHead.LAPPED) {
                List<Block> read = list(chain, head, position);
                if (read != null) {
                    return read;
                }
            }
        }
        return new CapturedBlocks(LiveRoot.captured(publication, lifecycle)).list(chain);
    }

    /** A block by its number, or the last one. */
    private Optional<Block> find(Chain chain, long blockNumber) {
        while (true) {
            Root root = LiveRoot.of(publication, lifecycle);
            ChainImage image = ImageAggregatorView.chain(root.image(), chain);
            if (image == null) {
                return Optional.empty();
            }
            long position = root.positionAcquire();
            long head = image.blocks().readAt(position);
            if (head != ChainHead.LAPPED) {
                Optional<Block> read = find(chain, blockNumber, head, position);
                if (read != null) {
                    return read;
                }
            }
            Thread.onSpinWait();
        }
    }

    /** Null when it was overtaken. */
    private Optional<Block> find(Chain chain, long blockNumber, long head, long position) {
        Optional<Block> read;
        try {
            read =
                    blockNumber == LAST
                            ? reads.last(chain, head, position)
                            : reads.get(chain, head, position, blockNumber);
        } catch (RuntimeException e) {
            throwIfStanding(position, e);
            return null;
        }
        return reads.stands(position) ? read : null;
    }

    /** Null when it was overtaken. */
    private List<Block> list(Chain chain, long head, long position) {
        List<Block> read;
        try {
            read = reads.list(chain, head, position);
        } catch (RuntimeException e) {
            throwIfStanding(position, e);
            return null;
        }
        return reads.stands(position) ? read : null;
    }

    /** What an overtaken reader comes upon means nothing. */
    private void throwIfStanding(long position, RuntimeException e) {
        if (reads.stands(position)) {
            throw e;
        }
    }
}
