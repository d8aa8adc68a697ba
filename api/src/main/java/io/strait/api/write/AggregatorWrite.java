package io.strait.api.write;

import io.strait.api.ExpiredTasks;
import io.strait.api.ParentCheck;
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
import java.util.List;
import java.util.Optional;

/**
 * A write to the aggregator's part of the state.
 *
 * @param <R> what the write returns; {@link Void} when nothing
 */
public sealed interface AggregatorWrite<R> extends Write<R> {

    /**
     * Moves a chain's last processed block forward.
     *
     * @param chain the chain
     * @param blockNumber the block, 0 to 2^63-1
     */
    record SetLastProcessedBlock(Chain chain, long blockNumber) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param chain the chain
         * @param blockNumber the block, 0 to 2^63-1
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SetLastProcessedBlock {
            Require.notNull("chain", chain);
            Require.notNegative("blockNumber", blockNumber);
        }

        @Override
        public WriteType type() {
            return WriteType.SET_LAST_PROCESSED_BLOCK;
        }
    }

    /**
     * Stores a block without calling it processed.
     *
     * @param block the block
     */
    record SaveBlock(Block block) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param block the block
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SaveBlock {
            Require.notNull("block", block);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_BLOCK;
        }
    }

    /**
     * Deletes a stored block.
     *
     * @param chain the chain
     * @param blockNumber the block, 0 to 2^63-1
     */
    record DeleteBlock(Chain chain, long blockNumber) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param chain the chain
         * @param blockNumber the block, 0 to 2^63-1
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public DeleteBlock {
            Require.notNull("chain", chain);
            Require.notNegative("blockNumber", blockNumber);
        }

        @Override
        public WriteType type() {
            return WriteType.DELETE_BLOCK;
        }
    }

    /**
     * Stores a block with its tasks, calls it processed and prunes older blocks, as one.
     *
     * @param block the block
     * @param tasks the tasks found in it: their AVS, chain id and source block number are the
     *     block's, their ids differ
     * @param pruneBelow stored blocks with a smaller number are dropped; 0 to the block's number
     * @param parentCheck which block has to be its parent
     */
    record CommitBlock(Block block, List<Task> tasks, long pruneBelow, ParentCheck parentCheck)
            implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param block the block
         * @param tasks the tasks found in it: their AVS, chain id and source block number are the
         *     block's, their ids differ
         * @param pruneBelow stored blocks with a smaller number are dropped
         * @param parentCheck which block has to be its parent
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public CommitBlock {
            Require.notNull("block", block);
            tasks = Require.copyOf("tasks", tasks);
            Require.inRange("pruneBelow", pruneBelow, 0, block.number());
            Require.notNull("parentCheck", parentCheck);
            CommitRules.check(block, tasks);
        }

        /**
         * A commit whose parent is checked by number.
         *
         * @param block the block
         * @param tasks the tasks found in it: their AVS, chain id and source block number are the
         *     block's, their ids differ
         * @param pruneBelow stored blocks with a smaller number are dropped
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public CommitBlock(Block block, List<Task> tasks, long pruneBelow) {
            this(block, tasks, pruneBelow, ParentCheck.BY_NUMBER);
        }

        @Override
        public WriteType type() {
            return WriteType.COMMIT_BLOCK;
        }
    }

    /**
     * Goes back to an earlier block of the chain.
     *
     * @param chain the chain
     * @param ancestorNumber the block to go back to, 0 to 2^63-1
     */
    record RollbackTo(Chain chain, long ancestorNumber) implements AggregatorWrite<Rollback> {
        /**
         * Checks the parts.
         *
         * @param chain the chain
         * @param ancestorNumber the block to go back to, 0 to 2^63-1
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public RollbackTo {
            Require.notNull("chain", chain);
            Require.notNegative("ancestorNumber", ancestorNumber);
        }

        @Override
        public WriteType type() {
            return WriteType.ROLLBACK_TO;
        }
    }

    /**
     * Goes on with a chain from a block that need not be stored.
     *
     * @param block the block that is to be the last processed one
     */
    record ResetChain(Block block) implements AggregatorWrite<Rollback> {
        /**
         * Checks the part.
         *
         * @param block the block that is to be the last processed one
         * @throws io.strait.api.error.InvalidArgumentException when the block is null
         */
        public ResetChain {
            Require.notNull("block", block);
        }

        @Override
        public WriteType type() {
            return WriteType.RESET_CHAIN;
        }
    }

    /**
     * Drops everything that is known of a chain.
     *
     * @param chain the chain
     */
    record ForgetChain(Chain chain) implements AggregatorWrite<Rollback> {
        /**
         * Checks the part.
         *
         * @param chain the chain
         * @throws io.strait.api.error.InvalidArgumentException when the chain is null
         */
        public ForgetChain {
            Require.notNull("chain", chain);
        }

        @Override
        public WriteType type() {
            return WriteType.FORGET_CHAIN;
        }
    }

    /**
     * Saves a new task as pending.
     *
     * @param task the task
     */
    record SaveTask(Task task) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param task the task
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SaveTask {
            Require.notNull("task", task);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_TASK;
        }
    }

    /**
     * Takes a task to another status.
     *
     * @param taskId the task's id
     * @param status the status to take it to
     */
    record UpdateTaskStatus(String taskId, TaskStatus status)
            implements AggregatorWrite<TaskRecord> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @param status the status to take it to
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public UpdateTaskStatus {
            Require.id("taskId", taskId);
            Require.notNull("status", status);
        }

        @Override
        public WriteType type() {
            return WriteType.UPDATE_TASK_STATUS;
        }
    }

    /**
     * Deletes a task.
     *
     * @param taskId the task's id
     */
    record DeleteTask(String taskId) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public DeleteTask {
            Require.id("taskId", taskId);
        }

        @Override
        public WriteType type() {
            return WriteType.DELETE_TASK;
        }
    }

    /**
     * Takes up the oldest pending task of an AVS under a lease.
     *
     * @param avs the AVS
     * @param lease how long the claim holds
     * @param expired what it does about tasks whose deadline lies before the claim's own time
     */
    record ClaimNextTask(Address avs, Lease lease, ExpiredTasks expired)
            implements AggregatorWrite<Optional<TaskRecord>> {
        /**
         * Checks the parts.
         *
         * @param avs the AVS
         * @param lease how long the claim holds
         * @param expired what it does about tasks whose deadline lies before the claim's own time
         * @throws io.strait.api.error.InvalidArgumentException when a part is null
         */
        public ClaimNextTask {
            Require.notNull("avs", avs);
            Require.notNull("lease", lease);
            Require.notNull("expired", expired);
        }

        /**
         * A claim that skips tasks whose deadline has passed.
         *
         * @param avs the AVS
         * @param leaseUntilMs the lease's last moment, milliseconds since 1970-01-01 UTC, not
         *     negative; {@link TaskRecord#NO_LEASE} for none
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public ClaimNextTask(Address avs, long leaseUntilMs) {
            this(avs, Lease.untilMs(leaseUntilMs), ExpiredTasks.SKIP);
        }

        @Override
        public WriteType type() {
            return WriteType.CLAIM_NEXT_TASK;
        }
    }

    /**
     * Takes tasks whose lease has expired back to pending, in the order in which they were saved.
     *
     * @param nowMs the moment, milliseconds since 1970-01-01 UTC, not negative
     * @param maxTasks as many tasks at the most, 1 to 2^31-1; whoever is given as many asks again
     */
    record RequeueExpiredLeases(long nowMs, int maxTasks)
            implements AggregatorWrite<List<TaskRecord>> {
        /**
         * Checks the parts.
         *
         * @param nowMs the moment, milliseconds since 1970-01-01 UTC, not negative
         * @param maxTasks as many tasks at the most, 1 to 2^31-1
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public RequeueExpiredLeases {
            Require.notNegative("nowMs", nowMs);
            Require.inRange("maxTasks", maxTasks, 1, Integer.MAX_VALUE);
        }

        /**
         * All of them in one step. Every other write waits meanwhile, half a microsecond and more
         * for each task.
         *
         * @param nowMs the moment, milliseconds since 1970-01-01 UTC, not negative
         */
        public RequeueExpiredLeases(long nowMs) {
            this(nowMs, Integer.MAX_VALUE);
        }

        @Override
        public WriteType type() {
            return WriteType.REQUEUE_EXPIRED_LEASES;
        }
    }

    /**
     * Saves or replaces an operator set's configuration.
     *
     * @param config the configuration
     */
    record SaveOperatorSetConfig(OperatorSetConfig config) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param config the configuration
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SaveOperatorSetConfig {
            Require.notNull("config", config);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_OPERATOR_SET_CONFIG;
        }
    }

    /**
     * Saves or replaces an AVS's configuration.
     *
     * @param config the configuration
     */
    record SaveAvsConfig(AvsConfig config) implements AggregatorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param config the configuration
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SaveAvsConfig {
            Require.notNull("config", config);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_AVS_CONFIG;
        }
    }
}
