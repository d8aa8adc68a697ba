package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.api.domain.Chain;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.StateImage;
import io.strait.engine.lifecycle.Lifecycle;

/** A captured root. */
public final class PublishedSnapshot implements Snapshot {
    private final Root root;

    private PublishedSnapshot(Root root) {
        this.root = root;
    }

    /**
     * Captures what is published now. Any thread; starts over only when the writer published
     * meanwhile.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     * @return a snapshot
     */
    public static PublishedSnapshot take(Publication publication, Lifecycle lifecycle) {
        return new PublishedSnapshot(new LiveImages(publication, lifecycle).capturedRoot());
    }

    @Override
    public long position() {
        return root.positionAcquire();
    }

    @Override
    public AggregatorView aggregator() {
        return new Aggregator(root);
    }

    @Override
    public ExecutorView executor() {
        return new Executor(root);
    }

    /** What was captured is never used again, so reading it needs no second look. */
    private record HeldImage(StateImage heldImage) implements ImageSource {
        @Override
        public <A, T> T read(ImageRead<A, T> read, A argument, long number) {
            return read.read(heldImage, argument, number);
        }
    }

    private static final class Aggregator extends ImageAggregatorView {
        private final Root root;

        Aggregator(Root root) {
            super(new HeldImage(root.image()));
            this.root = root;
        }

        @Override
        public long getLastProcessedBlock(Chain chain) {
            ChainImage chainImage = readChain(Require.notNull("chain", chain));
            return chainImage == null
                    ? NO_BLOCK
                    : Publication.capturedHead(root, chainImage.head());
        }
    }

    private static final class Executor extends ImageExecutorView {
        Executor(Root root) {
            super(new HeldImage(root.image()));
        }
    }
}
