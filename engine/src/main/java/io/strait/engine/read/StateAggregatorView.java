package io.strait.engine.read;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Require;
import io.strait.engine.arena.Cells;
import io.strait.engine.index.CellList;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.index.VersionedLong;
import io.strait.engine.read.View.NumberRead;
import io.strait.engine.read.View.Read;
import io.strait.engine.state.ChainEntry;
import io.strait.engine.state.TaskTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The aggregator's reads over a view. */
public class StateAggregatorView implements AggregatorView {
    private static final NumberRead<Chain> LAST_PROCESSED_BLOCK =
            (view, position, chain, number) -> {
                ChainEntry entry = entry(view, position, chain);
                return entry == null
                        ? NO_BLOCK
                        : entry.lastProcessedBlockAt(position, view.isPinned());
            };

    private static final Read<Chain, Optional<Block>> BLOCK =
            (view, position, chain, number) -> {
                ChainEntry entry = entry(view, position, chain);
                return entry == null
                        ? Optional.empty()
                        : view.state.chains().blockAt(entry, number, position);
            };

    private static final Read<Chain, Optional<Block>> LAST_BLOCK =
            (view, position, chain, number) -> {
                ChainEntry entry = entry(view, position, chain);
                if (entry == null) {
                    return Optional.empty();
                }
                long highest = view.state.chains().highestBlockAt(entry, position, view.isPinned());
                if (highest == VersionedLong.LAPPED) {
                    return null;
                }
                return highest == NO_BLOCK
                        ? Optional.empty()
                        : view.state.chains().blockAt(entry, highest, position);
            };

    private static final Read<Chain, List<Block>> BLOCKS =
            (view, position, chain, number) -> {
                ChainEntry entry = entry(view, position, chain);
                return entry == null ? List.of() : view.state.chains().blocksAt(entry, position);
            };

    private static final Read<Void, List<Chain>> CHAINS =
            (view, position, none, number) -> view.state.chains().listAt(position);

    private static final Read<String, Optional<Task>> TASK =
            (view, position, id, hash) -> {
                TaskTable tasks = view.state.tasks();
                int cell = tasks.findAt(position, (int) hash, id);
                return cell == Cells.NONE ? Optional.empty() : tasks.taskAt(cell, position);
            };

    private static final Read<String, Optional<TaskRecord>> TASK_RECORD =
            (view, position, id, hash) -> {
                TaskTable tasks = view.state.tasks();
                int cell = tasks.findAt(position, (int) hash, id);
                return cell == Cells.NONE ? Optional.empty() : tasks.taskRecordAt(cell, position);
            };

    private static final Read<Void, List<Task>> PENDING =
            (view, position, none, number) ->
                    view.state
                            .tasks()
                            .byStatus()
                            .listAt(TaskTable.PENDING_TASKS, position, view.tasks);

    private static final Read<Address, List<Task>> PENDING_OF_AVS =
            (view, position, avs, number) ->
                    view.state.tasks().listPendingAt(position, view.hash(avs), avs, view.tasks);

    private static final Read<TaskStatus, List<TaskRecord>> IN_STATUS =
            (view, position, status, number) ->
                    view.state
                            .tasks()
                            .byStatus()
                            .listAt(status.ordinal(), position, view.taskRecords);

    private static final Read<Void, List<TaskRecord>> EXPIRED =
            (view, position, none, nowMs) -> expired(view, position, nowMs);

    static final NumberRead<TaskStatus> COUNT =
            (view, position, status, number) ->
                    view.state.tasks().byStatus().countAt(status.ordinal(), position);

    private static final Read<OperatorSet, Optional<OperatorSetConfig>> OPERATOR_SET_CONFIG =
            (view, position, set, number) ->
                    view.state
                            .operatorSetConfigs()
                            .getAt(position, view.hash(set.avs(), set.id()), set);

    private static final Read<Void, List<OperatorSetConfig>> OPERATOR_SET_CONFIGS =
            (view, position, none, number) ->
                    RecordElements.list(view, view.state.operatorSetConfigs(), position);

    private static final Read<Address, Optional<AvsConfig>> AVS_CONFIG =
            (view, position, avs, number) ->
                    view.state.avsConfigs().getAt(position, view.hash(avs), avs);

    private static final Read<Void, List<AvsConfig>> AVS_CONFIGS =
            (view, position, none, number) ->
                    RecordElements.list(view, view.state.avsConfigs(), position);

    private final View view;

    /** Reads over a live view. */
    public StateAggregatorView(LiveView view) {
        this((View) view);
    }

    StateAggregatorView(View view) {
        this.view = view;
    }

    @Override
    public final long getLastProcessedBlock(Chain chain) {
        return view.readNumber(LAST_PROCESSED_BLOCK, Require.notNull("chain", chain), 0);
    }

    @Override
    public final Optional<Block> getBlock(Chain chain, long blockNumber) {
        Require.notNull("chain", chain);
        return view.read(BLOCK, chain, Require.notNegative("blockNumber", blockNumber));
    }

    @Override
    public final Optional<Block> getLastBlock(Chain chain) {
        return view.read(LAST_BLOCK, Require.notNull("chain", chain), 0);
    }

    @Override
    public final List<Block> listBlocks(Chain chain) {
        return view.read(BLOCKS, Require.notNull("chain", chain), 0);
    }

    @Override
    public final List<Chain> listChains() {
        return view.read(CHAINS, null, 0);
    }

    @Override
    public final Optional<Task> getTask(String taskId) {
        Require.notNull("taskId", taskId);
        return checked(view.read(TASK, taskId, view.state.keys().ofId(taskId)), taskId);
    }

    @Override
    public final Optional<TaskRecord> getTaskRecord(String taskId) {
        Require.notNull("taskId", taskId);
        return checked(view.read(TASK_RECORD, taskId, view.state.keys().ofId(taskId)), taskId);
    }

    @Override
    public final List<Task> listPendingTasks() {
        return view.read(PENDING, null, 0);
    }

    @Override
    public final List<Task> listPendingTasksForAvs(Address avs) {
        return view.read(PENDING_OF_AVS, Require.notNull("avs", avs), 0);
    }

    @Override
    public final List<TaskRecord> listTasks(TaskStatus status) {
        return view.read(IN_STATUS, Require.notNull("status", status), 0);
    }

    @Override
    public final List<TaskRecord> listExpiredTasks(long nowMs) {
        return view.read(EXPIRED, null, Require.notNegative("nowMs", nowMs));
    }

    @Override
    public final int countTasks(TaskStatus status) {
        return (int) view.readNumber(COUNT, Require.notNull("status", status), 0);
    }

    @Override
    public final Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        return view.read(OPERATOR_SET_CONFIG, Require.notNull("operatorSet", operatorSet), 0);
    }

    @Override
    public final List<OperatorSetConfig> listOperatorSetConfigs() {
        return view.read(OPERATOR_SET_CONFIGS, null, 0);
    }

    @Override
    public final Optional<AvsConfig> getAvsConfig(Address avs) {
        return view.read(AVS_CONFIG, Require.notNull("avs", avs), 0);
    }

    @Override
    public final List<AvsConfig> listAvsConfigs() {
        return view.read(AVS_CONFIGS, null, 0);
    }

    private static ChainEntry entry(View view, long position, Chain chain) {
        return view.state.chains().findAt(position, view.hash(chain.avs(), chain.chainId()), chain);
    }

    private static List<TaskRecord> expired(View view, long position, long nowMs) {
        TaskTable tasks = view.state.tasks();
        OrderedSet active = tasks.byStatus();
        int pending = TaskStatus.PENDING.ordinal();
        int processing = TaskStatus.PROCESSING.ordinal();
        CellList cells = active.addBelowAt(pending, nowMs, position, null);
        cells = active.addBelowAt(processing, nowMs, position, cells);
        if (cells == null) {
            return List.of();
        }
        CellList late = new CellList();
        for (int i = 0; i < cells.count(); i++) {
            if (tasks.deadlineMsAt(cells.get(i)) < nowMs) {
                late.add(cells.get(i));
            }
        }
        tasks.sort(late);
        TaskRecord[] records = new TaskRecord[late.count()];
        for (int i = 0; i < records.length; i++) {
            records[i] = tasks.taskRecordAt(late.get(i), position).get();
        }
        return Collections.unmodifiableList(Arrays.asList(records));
    }

    /** An id that is found needs no check: it is that of something saved. */
    private static <V> Optional<V> checked(Optional<V> found, String taskId) {
        if (found.isEmpty()) {
            Require.id("taskId", taskId);
        }
        return found;
    }
}
