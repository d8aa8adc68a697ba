package io.strait.engine.snapshot;

import io.strait.engine.flat.StateReads;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TrieNode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What readers start from: an image, and the position up to which it is the whole truth but for the
 * chain heads. While only heads change, the root stays and its position advances. Once a snapshot
 * has captured it, its position stands still and the next publication makes a new root.
 *
 * <p>Position and flags are one word, so that capturing and advancing cannot both believe that they
 * were first.
 */
final class Root {
    private static final long CAPTURED = 1;
    private static final long SEALED = 2;
    private static final int POSITION_SHIFT = 2;

    private static final VarHandle WORD;
    private static final VarHandle FROZEN_HEADS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            WORD = lookup.findVarHandle(Root.class, "word", long.class);
            FROZEN_HEADS = lookup.findVarHandle(Root.class, "frozenHeads", TrieNode.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final StateImage image;
    private final StateReads captured;
    private final boolean retired;
    private long word;
    private TrieNode<FrozenHeads.Head> frozenHeads;

    Root(StateImage image, StateReads captured, long position) {
        this(image, captured, position, false);
    }

    private Root(StateImage image, StateReads captured, long position, boolean retired) {
        this.image = image;
        this.captured = captured;
        this.word = position << POSITION_SHIFT;
        this.retired = retired;
    }

    /** The root that takes this one's place when there are to be no more live reads. */
    Root retired() {
        return new Root(image, captured, positionAcquire(), true);
    }

    boolean isRetired() {
        return retired;
    }

    StateImage image() {
        return image;
    }

    /** Reads for those who have captured this root. */
    StateReads captured() {
        return captured;
    }

    /**
     * The position. Pairs with the compare-and-set in {@link #advance}: who sees the position sees
     * the heads as of it.
     */
    long positionAcquire() {
        return (long) WORD.getAcquire(this) >>> POSITION_SHIFT;
    }

    /** Advances the position, unless a snapshot has captured it. Writer thread only. */
    boolean advance(long position) {
        long seen = (long) WORD.getOpaque(this);
        return (seen & CAPTURED) == 0 && WORD.compareAndSet(this, seen, position << POSITION_SHIFT);
    }

    /**
     * Makes the position stand still, for ever. Any thread. Tries again only when the writer has
     * advanced the position meanwhile.
     *
     * @return false when another root has taken this one's place before, so that it is too late
     */
    boolean capture() {
        while (true) {
            long seen = (long) WORD.getAcquire(this);
            if ((seen & CAPTURED) != 0) {
                return true;
            }
            if ((seen & SEALED) != 0) {
                return false;
            }
            if (WORD.compareAndSet(this, seen, seen | CAPTURED)) {
                return true;
            }
        }
    }

    /**
     * Lets no more snapshots capture this root: a newer one is published. Writer thread only.
     *
     * @return true when a snapshot has captured it, and needs its heads
     */
    boolean seal() {
        return ((long) WORD.getAndBitwiseOr(this, SEALED) & CAPTURED) != 0;
    }

    /**
     * Gives those who captured this root the heads as of its position. Pairs with {@link
     * #frozenHeadsAcquire}.
     */
    void frozenHeadsRelease(TrieNode<FrozenHeads.Head> heads) {
        FROZEN_HEADS.setRelease(this, heads);
    }

    /** The heads as of the position, or null while the chain heads themselves still tell. */
    @SuppressWarnings("unchecked")
    TrieNode<FrozenHeads.Head> frozenHeadsAcquire() {
        return (TrieNode<FrozenHeads.Head>) FROZEN_HEADS.getAcquire(this);
    }
}
