package io.strait.engine.snapshot;

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
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Row;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TableImage;
import io.strait.engine.image.TaskImage;
import io.strait.engine.image.TaskRow;
import io.strait.engine.image.TrieList;
import io.strait.engine.image.TrieNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The aggregator's reads, but for the last processed blocks. Reads by key allocate nothing. */
abstract class ImageAggregatorView implements AggregatorView {
    private static final ImageRead<Chain, ChainImage> CHAIN =
            (image, chain, number) -> chain(image, chain);
    private static final ImageRead<Chain, Optional<Block>> BLOCK = ImageAggregatorView::block;
    private static final ImageRead<Chain, Optional<Block>> LAST_BLOCK =
            ImageAggregatorView::lastBlock;
    private static final ImageRead<TaskStatus, TaskImage> TASKS =
            (image, status, number) -> image.tasks();
    private static final ImageRead<String, TaskRow> TASK = ImageAggregatorView::taskRow;
    private static final ImageRead<OperatorSet, Optional<OperatorSetConfig>> OPERATOR_SET_CONFIG =
            (image, id, hash) -> image.operatorSetConfigs().get(image.keys().of(hash), id);
    private static final ImageRead<Address, Optional<AvsConfig>> AVS_CONFIG =
            (image, id, hash) -> image.avsConfigs().get(image.keys().of(hash), id);

    private final ImageSource images;

    ImageAggregatorView(ImageSource images) {
        this.images = images;
    }

    @Override
    public final Optional<Block> getBlock(Chain chain, long blockNumber) {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", blockNumber);
        return images.read(BLOCK, chain, blockNumber);
    }

    @Override
    public final Optional<Block> getLastBlock(Chain chain) {
        return images.read(LAST_BLOCK, Require.notNull("chain", chain), 0);
    }

    @Override
    public final List<Block> listBlocks(Chain chain) {
        Require.notNull("chain", chain);
        return TableImage.values(blocks(images.heldImage(), chain));
    }

    @Override
    public final List<Chain> listChains() {
        return new TrieList<>(images.heldImage().chains().byOrder(), row -> row.value().chain());
    }

    @Override
    public final Optional<Task> getTask(String taskId) {
        TaskRow row = readTask(taskId);
        return row == null ? Optional.empty() : row.task();
    }

    @Override
    public final Optional<TaskRecord> getTaskRecord(String taskId) {
        TaskRow row = readTask(taskId);
        return row == null ? Optional.empty() : row.optional();
    }

    @Override
    public final List<Task> listPendingTasks() {
        return tasks(images.heldImage().tasks().pending());
    }

    @Override
    public final List<Task> listPendingTasksForAvs(Address avs) {
        StateImage from = images.heldImage();
        return tasks(Groups.rows(from.keys(), from.tasks().pendingByAvs(), avs));
    }

    @Override
    public final List<TaskRecord> listTasks(TaskStatus status) {
        Require.notNull("status", status);
        return TableImage.values(images.heldImage().tasks().in(status));
    }

    @Override
    public final List<TaskRecord> listExpiredTasks(long nowMs) {
        Require.notNegative("nowMs", nowMs);
        TaskImage tasks = images.heldImage().tasks();
        List<Row<TaskRecord>> expired = new ArrayList<>();
        tasks.pending().forEach(row -> addIfExpired(row, nowMs, expired));
        tasks.processing().forEach(row -> addIfExpired(row, nowMs, expired));
        expired.sort(Comparator.comparingLong(Row::order));
        return expired.stream().map(Row::value).toList();
    }

    @Override
    public final int countTasks(TaskStatus status) {
        Require.notNull("status", status);
        return images.read(TASKS, status, 0).count(status);
    }

    @Override
    public final Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        Require.notNull("operatorSet", operatorSet);
        return images.read(OPERATOR_SET_CONFIG, operatorSet, operatorSet.hash64());
    }

    @Override
    public final List<OperatorSetConfig> listOperatorSetConfigs() {
        return images.heldImage().operatorSetConfigs().list();
    }

    @Override
    public final Optional<AvsConfig> getAvsConfig(Address avs) {
        Require.notNull("avs", avs);
        return images.read(AVS_CONFIG, avs, avs.hash64());
    }

    @Override
    public final List<AvsConfig> listAvsConfigs() {
        return images.heldImage().avsConfigs().list();
    }

    /** A chain as published, or null. */
    final ChainImage readChain(Chain chain) {
        return images.read(CHAIN, chain, 0);
    }

    /** An id that is found needs no check: it is a saved task's. */
    private TaskRow readTask(String taskId) {
        Require.notNull("taskId", taskId);
        TaskRow row = images.read(TASK, taskId, Hash64.of(taskId));
        if (row == null) {
            Require.id("taskId", taskId);
        }
        return row;
    }

    private static ChainImage chain(StateImage from, Chain chain) {
        Row<ChainImage> row =
                Row.find(from.chains().byKey(), from.keys().of(chain.hash64()), chain);
        return row == null ? null : row.value();
    }

    private static TrieNode<Row<Block>> blocks(StateImage from, Chain chain) {
        ChainImage chainImage = chain(from, chain);
        return chainImage == null ? TrieNode.empty() : chainImage.blocks();
    }

    private static Optional<Block> block(StateImage from, Chain chain, long number) {
        Row<Block> row = blockRow(blocks(from, chain).candidate(number));
        return row == null || row.key() != number ? Optional.empty() : row.optional();
    }

    private static Optional<Block> lastBlock(StateImage from, Chain chain, long number) {
        Row<Block> last = blocks(from, chain).last();
        return last == null ? Optional.empty() : last.optional();
    }

    /** Block numbers are keys themselves, so no two blocks share one. */
    @SuppressWarnings("unchecked")
    private static Row<Block> blockRow(Object candidate) {
        return (Row<Block>) candidate;
    }

    private static TaskRow taskRow(StateImage from, String id, long hash) {
        return (TaskRow) Row.find(from.tasks().byKey(), from.keys().of(hash), id);
    }

    private static List<Task> tasks(TrieNode<Row<TaskRecord>> rows) {
        return new TrieList<>(rows, row -> row.value().task());
    }

    private static void addIfExpired(
            Row<TaskRecord> row, long nowMs, List<Row<TaskRecord>> expired) {
        if (row.value().task().isExpired(nowMs)) {
            expired.add(row);
        }
    }
}
