package io.strait.api;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The read side of the aggregator: the same on the live store, where each call sees the newest
 * published state, and on a snapshot, where all calls see one and the same state.
 *
 * <p>Reads by key allocate nothing, but those of what came as bytes on the hot path, and of tasks
 * that were last changed so: of these an object is made. Lists are immutable, keep showing the
 * state they were made from, and are shared: a list may be the same object for several callers, and
 * share its parts with others. As a rule a list of what has not changed is the one that was made
 * last, and otherwise what has not changed is not made anew. Do not lock a list, nor compare lists
 * by identity.
 */
public interface AggregatorView {
    /** What {@link #getLastProcessedBlock} returns for a chain that has none. */
    long NO_BLOCK = -1;

    /**
     * The last processed block of a chain.
     *
     * @param chain the chain
     * @return the block's number, or {@link #NO_BLOCK}
     */
    long getLastProcessedBlock(Chain chain);

    /**
     * A stored block.
     *
     * @param chain the chain
     * @param blockNumber the block's number, not negative
     * @return the block, or nothing when it is not stored
     */
    Optional<Block> getBlock(Chain chain, long blockNumber);

    /**
     * The stored block with the highest number.
     *
     * @param chain the chain
     * @return the block, or nothing when the chain has no stored blocks
     */
    Optional<Block> getLastBlock(Chain chain);

    /**
     * The stored blocks of a chain.
     *
     * @param chain the chain
     * @return the blocks, lowest number first
     */
    List<Block> listBlocks(Chain chain);

    /**
     * The chains that have, or once had, a last processed block or a stored block.
     *
     * @return the chains, the one first written first
     */
    List<Chain> listChains();

    /**
     * A task as it was saved.
     *
     * @param taskId the task's id
     * @return the task, or nothing when there is none
     */
    Optional<Task> getTask(String taskId);

    /**
     * A task and where it stands.
     *
     * @param taskId the task's id
     * @return the record, or nothing when there is none
     */
    Optional<TaskRecord> getTaskRecord(String taskId);

    /**
     * The tasks that wait to be taken up.
     *
     * @return the tasks, in the order in which they were saved
     */
    List<Task> listPendingTasks();

    /**
     * The tasks of one AVS that wait to be taken up.
     *
     * @param avs the AVS
     * @return the tasks, in the order in which they were saved
     */
    List<Task> listPendingTasksForAvs(Address avs);

    /**
     * The tasks in a status.
     *
     * @param status the status
     * @return the records, in the order in which they were saved
     */
    List<TaskRecord> listTasks(TaskStatus status);

    /**
     * The tasks that are pending or processing although their deadline has passed. Passes by strips
     * of tasks whose deadlines all lie later, and makes a new list of those that it finds.
     *
     * @param nowMs the moment, milliseconds since 1970-01-01 UTC, not negative
     * @return the records, in the order in which they were saved
     */
    List<TaskRecord> listExpiredTasks(long nowMs);

    /**
     * The same.
     *
     * @param now the moment; what is finer than a millisecond is dropped
     * @return the records, in the order in which they were saved
     */
    default List<TaskRecord> listExpiredTasks(Instant now) {
        return listExpiredTasks(Require.millis("now", now));
    }

    /**
     * How many tasks are in a status.
     *
     * @param status the status
     * @return the number of tasks
     */
    int countTasks(TaskStatus status);

    /**
     * An operator set's configuration.
     *
     * @param operatorSet the operator set
     * @return the configuration, or nothing when there is none
     */
    Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet);

    /**
     * All operator sets' configurations.
     *
     * @return the configurations, the one first saved first
     */
    List<OperatorSetConfig> listOperatorSetConfigs();

    /**
     * An AVS's configuration.
     *
     * @param avs the AVS
     * @return the configuration, or nothing when there is none
     */
    Optional<AvsConfig> getAvsConfig(Address avs);

    /**
     * All AVSs' configurations.
     *
     * @return the configurations, the one first saved first
     */
    List<AvsConfig> listAvsConfigs();
}
