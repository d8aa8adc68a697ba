package io.strait.engine.read;

import io.strait.api.AggregatorView;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskView;
import io.strait.api.internal.Require;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordId;
import io.strait.engine.draft.Handles;
import io.strait.engine.index.VersionedLong;
import io.strait.engine.read.View.NumberRead;
import io.strait.engine.read.View.Read;
import io.strait.engine.record.EncodedAddress;
import io.strait.engine.record.EncodedChain;
import io.strait.engine.state.ChainEntry;
import io.strait.engine.state.TaskTable;
import java.util.Arrays;

/** One thread's hot-path reads over the newest published state. */
public final class LiveReader implements Reader {
    private static final TaskStatus[] STATUSES = TaskStatus.values();
    private static final int NO_TASK = -1;

    private static final NumberRead<ChainEntry> LAST_PROCESSED_BLOCK =
            (view, position, entry, number) ->
                    entry.lastProcessedBlockAt(position, view.isPinned());

    private static final NumberRead<WordId> STATUS =
            (view, position, id, hash) -> {
                TaskTable tasks = view.state.tasks();
                int cell = tasks.findAt(position, (int) hash, id);
                return cell == Cells.NONE ? NO_TASK : tasks.statusAt(cell, position);
            };

    private static final Read<LiveReader, LiveReader> COPY =
            (view, position, reader, hash) -> {
                int cell = view.state.tasks().findAt(position, (int) hash, reader.soughtId);
                reader.found = reader.into.copy(cell, position);
                return reader;
            };

    private static final Read<LiveReader, LiveReader> FIND =
            (view, position, reader, hash) -> {
                int cell = view.state.tasks().findAt(position, (int) hash, reader.soughtId);
                reader.found = cell != Cells.NONE;
                reader.placed.moveTo(cell, position);
                return reader;
            };

    private static final Read<TaskWalk, TaskWalk> PENDING =
            (view, position, walk, number) -> {
                walk.begin(
                        view.state.tasks().byStatus(),
                        TaskStatus.PENDING.ordinal(),
                        position,
                        view.holder());
                return walk;
            };

    private static final Read<LiveReader, TaskWalk> PENDING_OF_AVS =
            (view, position, reader, number) -> {
                TaskWalk walk = reader.taskWalk;
                EncodedAddress avs = reader.soughtAvs;
                view.state
                        .tasks()
                        .addPendingAt(
                                position, avs.hash(view.state.keys()), avs.address(), walk.clear());
                walk.begin(position, view.holder());
                return walk;
            };

    private static final Read<PerformerWalk, PerformerWalk> PERFORMERS =
            (view, position, walk, number) -> {
                walk.begin(view.state.performers().order(), 0, position, view.holder());
                return walk;
            };

    private final LiveView view;
    private final Handles handles;
    private final Keys keys;
    private final DecodedAddresses addresses;
    private final TaskWalk taskWalk;
    private final PerformerWalk performerWalk;
    private final PlacedTask placed;

    /** The chains that were found before, by the number of their handles. Chains stay. */
    private ChainEntry[] entries = new ChainEntry[16];

    /** The handle that was asked for last, of a chain that was found; null for none. */
    private ChainHandle lastChain;

    private ChainEntry lastEntry;

    /** Arguments and result of the read under way. */
    private WordId soughtId;

    private EncodedAddress soughtAvs;
    private CopiedTask into;
    private boolean found;

    /** A reader. */
    public LiveReader(LiveView view, Handles handles) {
        this.view = view;
        this.handles = handles;
        keys = view.state.keys();
        addresses = new DecodedAddresses(keys);
        taskWalk = new TaskWalk(view.state, addresses);
        performerWalk = new PerformerWalk(view.state, addresses);
        placed = new PlacedTask(view.state, addresses);
    }

    @Override
    public long getLastProcessedBlock(ChainHandle chain) {
        ChainEntry entry = chain == lastChain ? lastEntry : null;
        if (entry == null) {
            entry = entry(chain);
            if (entry == null) {
                return AggregatorView.NO_BLOCK;
            }
        }
        long value = entry.lastProcessedBlockAt(view.position());
        return value == VersionedLong.LAPPED
                ? view.readNumber(LAST_PROCESSED_BLOCK, entry, 0)
                : value;
    }

    @Override
    public TaskStatus getTaskStatus(PackedId taskId) {
        WordId id = WordId.require("taskId", taskId);
        int status = (int) view.readNumber(STATUS, id, id.hash(keys));
        return status == NO_TASK ? null : STATUSES[status];
    }

    @Override
    public boolean getTask(PackedId taskId, TaskView target) {
        soughtId = WordId.require("taskId", taskId);
        into = CopiedTask.require(target, view.state);
        into.clear();
        view.read(COPY, this, soughtId.hash(keys));
        if (found) {
            into.show();
        }
        return found;
    }

    @Override
    public TaskView findTask(PackedId taskId) {
        soughtId = WordId.require("taskId", taskId);
        view.read(FIND, this, soughtId.hash(keys));
        return found ? placed : null;
    }

    @Override
    public int countTasks(TaskStatus status) {
        return (int)
                view.readNumber(StateAggregatorView.COUNT, Require.notNull("status", status), 0);
    }

    @Override
    public TaskCursor pendingTasks() {
        return view.read(PENDING, taskWalk, 0);
    }

    @Override
    public TaskCursor pendingTasks(AddressHandle avs) {
        soughtAvs = handles.address("avs", avs);
        return view.read(PENDING_OF_AVS, this, 0);
    }

    @Override
    public PerformerCursor performers() {
        return view.read(PERFORMERS, performerWalk, 0);
    }

    /** Null when the chain is not there. */
    private ChainEntry entry(ChainHandle handle) {
        EncodedChain chain = handles.chain(handle);
        int index = chain.index();
        ChainEntry entry = index < entries.length ? entries[index] : null;
        if (entry == null) {
            entry = find(chain);
        }
        if (entry != null) {
            lastChain = handle;
            lastEntry = entry;
        }
        return entry;
    }

    private ChainEntry find(EncodedChain chain) {
        int hash = chain.hash(keys);
        ChainEntry entry = view.state.chains().findAt(view.position(), hash, chain.chain());
        if (entry != null) {
            int index = chain.index();
            if (index >= entries.length) {
                entries = Arrays.copyOf(entries, Math.max(index + 1, 2 * entries.length));
            }
            entries[index] = entry;
        }
        return entry;
    }
}
