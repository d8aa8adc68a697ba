package io.strait.engine.snapshot;

import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.StateReads;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TrieNode;
import io.strait.engine.state.HeadUpdates;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where the writer publishes and everybody else reads. A batch becomes visible with one store: that
 * of a new root, or, when only chain heads changed, that of the present root's position.
 *
 * <p>A publication has these steps, in this order: the heads get their new versions, which no
 * published position can see; the root, or its position, is stored; the root that was replaced is
 * sealed, and if a snapshot has captured it, it gets the heads as of its own position, before any
 * head can be updated a second time.
 */
public final class Publication {
    private static final VarHandle ROOT;

    static {
        try {
            ROOT = MethodHandles.lookup().findVarHandle(Publication.class, "root", Root.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final FrozenHeads frozenHeads = new FrozenHeads();
    private final FlatMemory memory;
    private final StateReads live;
    private final StateReads captured;

    /** The writer's own reference to the root, which it need not load with acquire. */
    private Root writerRoot;

    private Root root;

    /**
     * Publishes an empty state. To be handed to other threads by safe publication, such as starting
     * them.
     *
     * @param image the empty state's
     * @param memory where the rest of the state is kept
     */
    public Publication(StateImage image, FlatMemory memory) {
        this.memory = memory;
        live = StateReads.live(memory);
        captured = StateReads.captured(memory);
        writerRoot = new Root(image, captured, 0);
        root = writerRoot;
    }

    /**
     * Publishes a batch. Writer thread only. Allocates nothing when only heads changed and no
     * snapshot has captured the root.
     *
     * @param position the position of the batch's last write
     * @param image the state after the batch
     * @param updates the heads that the batch updated; cleared
     * @return whether it is visible now; false also when there was nothing to publish
     */
    public boolean publish(long position, StateImage image, HeadUpdates updates) {
        Root last = writerRoot;
        if (image == last.image() && position == last.positionAcquire() || isRetiredAcquire()) {
            return false;
        }
        for (int i = 0; i < updates.count(); i++) {
            updates.head(i).write(position, updates.value(i));
        }
        boolean stored =
                image == last.image() && last.advance(position)
                        || replace(last, new Root(image, captured, position));
        for (int i = 0; i < updates.count(); i++) {
            frozenHeads.markStale(updates.head(i));
        }
        updates.clear();
        if (stored) {
            memory.publish(position);
        }
        return stored;
    }

    /**
     * Whether a batch is published, also when its publication came to a bad end. Writer thread
     * only.
     *
     * @param position the position of the batch's last write
     * @return true when readers can see it
     */
    public boolean hasPublished(long position) {
        return writerRoot.positionAcquire() >= position;
    }

    /**
     * Refuses live reads from now on; snapshots stay. Any thread; idempotent. A compare-and-set,
     * paired with {@link #rootAcquire}: a writer that was given up cannot publish over it. The
     * position is captured first, so that the writer cannot advance it any more either: it knows of
     * each batch whether that became visible.
     */
    public void retire() {
        Root last = rootAcquire();
        while (!last.isRetired()) {
            if (last.capture() && ROOT.compareAndSet(this, last, last.retired())) {
                return;
            }
            last = rootAcquire();
        }
    }

    /**
     * Whether live reads are refused. Any thread.
     *
     * @return true after {@link #retire}
     */
    public boolean isRetiredAcquire() {
        return rootAcquire().isRetired();
    }

    /**
     * The position of the last published write. Any thread, also after {@link #retire}.
     *
     * @return 0 for none
     */
    public long positionAcquire() {
        return rootAcquire().positionAcquire();
    }

    /**
     * The image that is published. Any thread.
     *
     * @return the newest image
     */
    public StateImage imageAcquire() {
        return rootAcquire().image();
    }

    /**
     * The newest root. Pairs with the store of the root in {@link #publish}: who sees the root sees
     * everything in it.
     */
    Root rootAcquire() {
        return (Root) ROOT.getAcquire(this);
    }

    /** The value of a chain's head as of the position of a captured root. */
    static long capturedHead(Root captured, ChainHead head) {
        while (true) {
            TrieNode<FrozenHeads.Head> frozen = captured.frozenHeadsAcquire();
            if (frozen != null) {
                return FrozenHeads.value(frozen, head.index());
            }
            long value = head.readAt(captured.positionAcquire());
            if (value != ChainHead.LAPPED) {
                return value;
            }
            // The head moved on under this reader's eyes: the frozen heads are there by now, and
            // seen here at the latest after one more look at the head.
            Thread.onSpinWait();
        }
    }

    FlatMemory memory() {
        return memory;
    }

    /** Reads for those who have captured nothing. */
    StateReads live() {
        return live;
    }

    /** Returns false when the publication was retired: it stays so. */
    private boolean replace(Root last, Root next) {
        boolean stored = ROOT.compareAndSet(this, last, next);
        if (stored) {
            writerRoot = next;
        }
        if (last.seal()) {
            last.frozenHeadsRelease(frozenHeads.freeze(last.positionAcquire()));
            memory.pin(last.positionAcquire(), last);
        }
        return stored;
    }
}
