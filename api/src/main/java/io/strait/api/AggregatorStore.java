package io.strait.api;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Lease;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The aggregator's store: how far each chain was followed, the blocks and tasks found on the way,
 * and the configurations that tell how to handle them.
 *
 * <p>Every write here is synchronous and atomic: when it returns, its effect is visible to every
 * reader; when it throws a {@link io.strait.api.error.RefusedException}, nothing was changed. Where
 * several refusals apply, the first in the order told at the method is thrown. Every write can also
 * end in {@link io.strait.api.error.BackPressureException}, {@link
 * io.strait.api.error.EngineClosedException}, {@link io.strait.api.error.EngineFailedException},
 * {@link io.strait.api.error.WriteTimeoutException} and {@link
 * io.strait.api.error.WriteInterruptedException}, with a directory in {@link
 * io.strait.api.error.StorageFullException} and {@link io.strait.api.error.JournalFailedException},
 * and in {@link io.strait.api.error.WrongThreadException} on the writer thread. To pipeline writes,
 * {@link StateEngine#submit} them.
 *
 * <p>Allocation: {@link #setLastProcessedBlock} allocates nothing in steady state.
 */
public interface AggregatorStore extends AggregatorView {
    /** How many tasks {@link #requeueExpiredLeases(long)} takes back in one step. */
    int MAX_REQUEUED_PER_STEP = 1_000;

    /**
     * Does a write and waits until it is visible.
     *
     * @param <R> what the write returns
     * @param write the write
     * @return what the write returns
     */
    <R> R execute(AggregatorWrite<R> write);

    /**
     * The same store, waiting in another way.
     *
     * @param options how its callers wait
     * @return a store over the same state
     */
    AggregatorStore with(WriteOptions options);

    /**
     * Moves a chain's last processed block forward. Setting it to what it is changes nothing.
     *
     * @param chain the chain
     * @param blockNumber the block, 0 to 2^63-1
     * @throws io.strait.api.error.BlockOrderException when it would go back: that is what {@link
     *     #rollbackTo} is for
     * @throws io.strait.api.error.CapacityExceededException when the chain is new and {@code
     *     maxChains} are known
     */
    default void setLastProcessedBlock(Chain chain, long blockNumber) {
        execute(new AggregatorWrite.SetLastProcessedBlock(chain, blockNumber));
    }

    /**
     * Stores a block without calling it processed. Storing the same block (the same number and
     * hash) again changes nothing. When the chain's block history is full, the block with the
     * lowest number goes.
     *
     * @param block the block
     * @throws io.strait.api.error.BlockConflictException when another block is stored under its
     *     number
     * @throws io.strait.api.error.CapacityExceededException when the chain is new and {@code
     *     maxChains} are known, or when the history is full of blocks with higher numbers ({@code
     *     blockHistoryPerChain})
     */
    default void saveBlock(Block block) {
        execute(new AggregatorWrite.SaveBlock(block));
    }

    /**
     * Deletes a stored block. If it is the last processed one, the highest stored block below it
     * takes that place, in the same step; if there is none, the chain has no last processed block
     * any more. Tasks stay.
     *
     * @param chain the chain
     * @param blockNumber the block, 0 to 2^63-1
     * @throws io.strait.api.error.NotFoundException when it is not stored
     */
    default void deleteBlock(Chain chain, long blockNumber) {
        execute(new AggregatorWrite.DeleteBlock(chain, blockNumber));
    }

    /**
     * Stores a block with the tasks found in it, makes it the last processed block, and drops older
     * blocks: all in one step, or not at all. Numbers may be left out; the parent is checked by
     * number ({@link ParentCheck#BY_NUMBER}), so not where one is left out. After it, blocks below
     * {@code pruneBelow} are dropped, then the lowest ones while the history is longer than {@code
     * blockHistoryPerChain}. A block that was saved ahead under this number with the same hash is
     * replaced by this one.
     *
     * @param block the block; its number is above the last processed one
     * @param tasks the tasks found in it, oldest first: their AVS, chain id and source block number
     *     are the block's, and their ids differ
     * @param pruneBelow stored blocks with a smaller number are dropped; 0 to the block's number
     * @throws io.strait.api.error.AlreadyExistsException when the block's number is at or below the
     *     last processed one and this very block (number and hash) is stored: the commit was done
     *     already
     * @throws io.strait.api.error.BlockOrderException when its number is at or below the last
     *     processed one and this very block is not stored
     * @throws io.strait.api.error.BlockConflictException when its number is above the last
     *     processed one and another block was saved ahead under it
     * @throws io.strait.api.error.ParentMismatchException when the stored block before it is not
     *     its parent: the chain was reorganised
     * @throws io.strait.api.error.TaskExistsException when the id of one of the tasks is taken, by
     *     a task of any AVS (the first one is named)
     * @throws io.strait.api.error.CapacityExceededException when the chain is new and {@code
     *     maxChains} are known; then, when the block is not stored yet and the history is full of
     *     blocks with higher numbers; then, when pending and processing tasks would become more
     *     than {@code maxTasks}
     */
    default void commitBlock(Block block, List<Task> tasks, long pruneBelow) {
        execute(new AggregatorWrite.CommitBlock(block, tasks, pruneBelow));
    }

    /**
     * The same, with the parent checked as told.
     *
     * @param block the block; its number is above the last processed one
     * @param tasks the tasks found in it, oldest first
     * @param pruneBelow stored blocks with a smaller number are dropped; 0 to the block's number
     * @param parentCheck which block has to be its parent
     * @throws io.strait.api.error.AlreadyExistsException when this very block was committed already
     * @throws io.strait.api.error.BlockOrderException when its number is at or below the last
     *     processed one and this very block is not stored
     * @throws io.strait.api.error.BlockConflictException when another block was saved ahead under
     *     its number
     * @throws io.strait.api.error.ParentMismatchException when the block that has to be its parent
     *     is not: the chain was reorganised
     * @throws io.strait.api.error.TaskExistsException when the id of one of the tasks is taken
     * @throws io.strait.api.error.CapacityExceededException when a limit is reached: as {@link
     *     #commitBlock(Block, List, long)} says
     */
    default void commitBlock(
            Block block, List<Task> tasks, long pruneBelow, ParentCheck parentCheck) {
        execute(new AggregatorWrite.CommitBlock(block, tasks, pruneBelow, parentCheck));
    }

    /**
     * Goes back to an earlier block after a reorganisation: drops the blocks above the ancestor and
     * the tasks that came from blocks above it (those with the chain's AVS and id and a higher
     * source block number, in whatever status), and makes the ancestor the last processed block, in
     * one step: every other write waits meanwhile, some 1 to 2 microseconds for each task that is
     * dropped.
     *
     * @param chain the chain
     * @param ancestorNumber the newest block that stays, 0 to 2^63-1
     * @return the blocks and tasks that were dropped
     * @throws io.strait.api.error.NotFoundException when the chain is not known
     * @throws io.strait.api.error.BlockOrderException when the ancestor is above the last processed
     *     block, or there is none
     * @throws io.strait.api.error.NotFoundException when the ancestor is neither stored nor the
     *     last processed block although a lower block is stored or was dropped as too old: the
     *     reorganisation is deeper than the history, see {@link #resetChain}. The newest of the
     *     blocks that were dropped as too old can be gone back to. Where none ever was, an ancestor
     *     below all stored blocks is taken at its word
     */
    default Rollback rollbackTo(Chain chain, long ancestorNumber) {
        return execute(new AggregatorWrite.RollbackTo(chain, ancestorNumber));
    }

    /**
     * Goes on with a chain from a block that you vouch for: after a reorganisation that is deeper
     * than the stored history. In one step the block becomes the last processed one and the newest
     * stored one. If this very block (number and hash) was stored, what is stored below it stays,
     * and the call is a rollback to it. If not, all stored blocks of the chain are dropped, because
     * whether they are its ancestors is unknown. Tasks are dropped that came from blocks above this
     * one, and from the lowest block that is dropped and all above that, in whatever status. The
     * next commit is checked against this block.
     *
     * @param block the block
     * @return the blocks and tasks that were dropped
     * @throws io.strait.api.error.CapacityExceededException when the chain is new and {@code
     *     maxChains} are known
     */
    default Rollback resetChain(Block block) {
        return execute(new AggregatorWrite.ResetChain(block));
    }

    /**
     * Drops everything that is known of a chain, such as when a test network starts again from its
     * first block: its blocks, all tasks with its AVS and id, in whatever status, and its last
     * processed block. The chain itself stays in the list of chains.
     *
     * @param chain the chain
     * @return the blocks and tasks that were dropped; the ancestor's number is {@link
     *     AggregatorView#NO_BLOCK}
     * @throws io.strait.api.error.NotFoundException when the chain is not known
     */
    default Rollback forgetChain(Chain chain) {
        return execute(new AggregatorWrite.ForgetChain(chain));
    }

    /**
     * Saves a new task as pending.
     *
     * @param task the task
     * @throws io.strait.api.error.AlreadyExistsException when a task with its id exists, in
     *     whatever status
     * @throws io.strait.api.error.CapacityExceededException when {@code maxTasks} are pending or
     *     processing
     */
    default void saveTask(Task task) {
        execute(new AggregatorWrite.SaveTask(task));
    }

    /**
     * Takes a task from pending to processing or failed, or from processing to completed or failed.
     * It has no lease afterwards. Of completed and failed tasks together, the {@code
     * maxFinishedTasks} that finished last are kept.
     *
     * @param taskId the task's id
     * @param status the status to take it to
     * @return the task as it stands now
     * @throws io.strait.api.error.NotFoundException when there is no such task
     * @throws io.strait.api.error.InvalidTransitionException when it cannot go there from where it
     *     stands
     */
    default TaskRecord updateTaskStatus(String taskId, TaskStatus status) {
        return execute(new AggregatorWrite.UpdateTaskStatus(taskId, status));
    }

    /**
     * Deletes a task, in whatever status.
     *
     * @param taskId the task's id
     * @throws io.strait.api.error.NotFoundException when there is no such task
     */
    default void deleteTask(String taskId) {
        execute(new AggregatorWrite.DeleteTask(taskId));
    }

    /**
     * Takes up the pending task of an AVS that was saved first: it becomes processing, under a
     * lease. Tasks whose deadline lies before the claim's own time are skipped.
     *
     * @param avs the AVS
     * @param lease how long the claim holds, from its own time on: at least a millisecond
     * @return the task as it stands now, or nothing when none is pending in time
     */
    default Optional<TaskRecord> claimNextTask(Address avs, Duration lease) {
        return claimNextTask(avs, Lease.of(lease), ExpiredTasks.SKIP);
    }

    /**
     * The same, under a lease up to a moment.
     *
     * @param avs the AVS
     * @param leaseUntil the lease's last moment; what is finer than a millisecond is dropped
     * @return the task as it stands now, or nothing when none is pending in time
     * @throws io.strait.api.error.LeaseExpiredException when the lease lies before the claim's own
     *     time
     */
    default Optional<TaskRecord> claimNextTask(Address avs, Instant leaseUntil) {
        return claimNextTask(avs, Lease.until(leaseUntil), ExpiredTasks.SKIP);
    }

    /**
     * The same, under a lease up to a moment.
     *
     * @param avs the AVS
     * @param leaseUntilMs the lease's last moment, milliseconds since 1970-01-01 UTC, not negative;
     *     {@link TaskRecord#NO_LEASE} for none
     * @return the task as it stands now, or nothing when none is pending in time
     * @throws io.strait.api.error.LeaseExpiredException when the lease lies before the claim's own
     *     time
     */
    default Optional<TaskRecord> claimNextTask(Address avs, long leaseUntilMs) {
        return claimNextTask(avs, Lease.untilMs(leaseUntilMs), ExpiredTasks.SKIP);
    }

    /**
     * The same, with tasks whose deadline has passed or without them.
     *
     * @param avs the AVS
     * @param lease how long the claim holds
     * @param expired what it does about tasks whose deadline lies before the claim's own time
     * @return the task as it stands now, or nothing when there is none to take
     * @throws io.strait.api.error.LeaseExpiredException when the lease lies before the claim's own
     *     time
     */
    default Optional<TaskRecord> claimNextTask(Address avs, Lease lease, ExpiredTasks expired) {
        return execute(new AggregatorWrite.ClaimNextTask(avs, lease, expired));
    }

    /**
     * Takes the processing tasks whose lease has expired back to pending, each to its old place in
     * the order. In steps of {@link #MAX_REQUEUED_PER_STEP}, each of which is atomic, with other
     * writes between them, so that no other caller waits for all of it. When a step fails, those
     * before it stand, and the call tells of none of them. It ends after as many tasks as were
     * processing after its first step, also where others go on claiming tasks with leases that are
     * over by then; so a task may be listed twice. Waits for each step as for a write.
     *
     * @param nowMs the moment, milliseconds since 1970-01-01 UTC, not negative
     * @return those tasks as they stood after their step, in the order in which they were saved
     */
    default List<TaskRecord> requeueExpiredLeases(long nowMs) {
        List<TaskRecord> step = requeueExpiredLeases(nowMs, MAX_REQUEUED_PER_STEP);
        if (step.size() < MAX_REQUEUED_PER_STEP) {
            return step;
        }
        List<TaskRecord> all = new ArrayList<>(step);
        long most = (long) step.size() + countTasks(TaskStatus.PROCESSING);
        while (step.size() == MAX_REQUEUED_PER_STEP && all.size() < most) {
            step = requeueExpiredLeases(nowMs, MAX_REQUEUED_PER_STEP);
            all.addAll(step);
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * The same in one step, of so many tasks at the most: those that were saved first.
     *
     * @param nowMs the moment, milliseconds since 1970-01-01 UTC, not negative
     * @param maxTasks as many tasks at the most, 1 to 2^31-1
     * @return those tasks as they stand now, in the order in which they were saved; when they are
     *     {@code maxTasks}, there may be more
     */
    default List<TaskRecord> requeueExpiredLeases(long nowMs, int maxTasks) {
        return execute(new AggregatorWrite.RequeueExpiredLeases(nowMs, maxTasks));
    }

    /**
     * The same.
     *
     * @param now the moment; what is finer than a millisecond is dropped
     * @return those tasks as they stand now, in the order in which they were saved
     */
    default List<TaskRecord> requeueExpiredLeases(Instant now) {
        return requeueExpiredLeases(Require.millis("now", now));
    }

    /**
     * Saves an operator set's configuration, or replaces it in its old place.
     *
     * @param config the configuration
     * @throws io.strait.api.error.CapacityExceededException when it is new and there are {@code
     *     maxOperatorSetConfigs}
     */
    default void saveOperatorSetConfig(OperatorSetConfig config) {
        execute(new AggregatorWrite.SaveOperatorSetConfig(config));
    }

    /**
     * Saves an AVS's configuration, or replaces it in its old place.
     *
     * @param config the configuration
     * @throws io.strait.api.error.CapacityExceededException when it is new and there are {@code
     *     maxAvsConfigs}
     */
    default void saveAvsConfig(AvsConfig config) {
        execute(new AggregatorWrite.SaveAvsConfig(config));
    }
}
