package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Chain;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskView;
import io.strait.api.internal.Require;
import io.strait.engine.codec.Codebook;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.flat.CopiedTask;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.ChainImage;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.word.WordId;
import java.util.Arrays;

/** One thread's hot-path reads over the newest published state. */
public final class LiveReader implements Reader {
    private final Publication publication;
    private final Lifecycle lifecycle;
    private final ChainHandles chains;
    private final AddressHandles addresses;
    private final LiveTaskReader tasks;
    private final LiveTasks counts;
    private final LivePerformerReader performers;

    /** The heads that were found before, by the number of the chain's handle. Chains stay. */
    private ChainHead[] heads = new ChainHead[16];

    /** The handle that was asked for last, of a chain that has a head; null for none. */
    private ChainHandle lastChain;

    private ChainHead lastHead;

    /**
     * A reader.
     *
     * @param publication where to read
     * @param lifecycle the engine's
     * @param codebook the handles
     */
    public LiveReader(Publication publication, Lifecycle lifecycle, Codebook codebook) {
        this.publication = publication;
        this.lifecycle = lifecycle;
        this.chains = codebook.chains();
        this.addresses = codebook.addresses();
        this.tasks = new LiveTaskReader(publication, lifecycle);
        this.counts = new LiveTasks(publication, lifecycle);
        this.performers = new LivePerformerReader(publication, lifecycle);
    }

    @Override
    public long getLastProcessedBlock(ChainHandle chain) {
        ChainHead head = chain == lastChain ? lastHead : null;
        if (head == null) {
            head = head(chain);
            if (head == null) {
                return AggregatorView.NO_BLOCK;
            }
        }
        while (true) {
            long value = head.readAt(LiveRoot.of(publication, lifecycle).positionAcquire());
            if (value != ChainHead.LAPPED) {
                return value;
            }
            // The writer published since this root was loaded: there is a newer position to read
            // at.
            Thread.onSpinWait();
        }
    }

    @Override
    public TaskStatus getTaskStatus(PackedId taskId) {
        return tasks.status(WordId.require("taskId", taskId));
    }

    @Override
    public boolean getTask(PackedId taskId, TaskView into) {
        WordId id = WordId.require("taskId", taskId);
        return tasks.read(id, CopiedTask.require(into, publication.memory()));
    }

    @Override
    public int countTasks(TaskStatus status) {
        return counts.count(Require.notNull("status", status));
    }

    @Override
    public TaskCursor pendingTasks() {
        return tasks.pending();
    }

    @Override
    public TaskCursor pendingTasks(AddressHandle avs) {
        addresses.indexOf("avs", avs);
        return tasks.pendingOf(avs.address());
    }

    @Override
    public PerformerCursor performers() {
        return performers.walk();
    }

    /** Null when the chain is not in the newest root. */
    private ChainHead head(ChainHandle chain) {
        int index = chains.indexOf(chain);
        ChainHead head = index < heads.length ? heads[index] : null;
        if (head == null) {
            head = find(chain.chain(), index);
        }
        if (head != null) {
            lastChain = chain;
            lastHead = head;
        }
        return head;
    }

    private ChainHead find(Chain chain, int index) {
        Root root = LiveRoot.of(publication, lifecycle);
        ChainImage found = ImageAggregatorView.chain(root.image(), chain);
        if (found == null) {
            return null;
        }
        if (index >= heads.length) {
            heads = Arrays.copyOf(heads, Math.max(index + 1, 2 * heads.length));
        }
        heads[index] = found.head();
        return found.head();
    }
}
