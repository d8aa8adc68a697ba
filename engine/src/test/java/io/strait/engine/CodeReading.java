package io.strait.engine;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.TaskBegin;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ParentMismatchException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.TaskExistsException;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.Write;
import java.util.Comparator;
import java.util.List;

/**
 * What a producer's code means for the write that it is of: the typed result or refusal. What the
 * code does not carry is in the write itself, or is read from the store afterwards, where it is
 * still to be found as long as nobody else writes.
 */
record CodeReading(AggregatorView aggregator, ExecutorView executor, Limits limits) {
    private static final String TASK_ID = "taskId";
    private static final String BLOCK_NUMBER = "blockNumber";

    @SuppressWarnings("unchecked") // the type of the result is tied to the type of the write
    <R> R read(Write<R> write, int outcome) {
        if (outcome < 0) {
            throw refusal(write, ResultCode.ofCode(outcome));
        }
        if (write instanceof UpdateTaskStatus w) {
            return (R) aggregator.getTaskRecord(w.taskId()).orElseThrow();
        }
        if (write instanceof BeginTask w) {
            return (R) begin(w, outcome);
        }
        if (outcome != 0) {
            throw new AssertionError("outcome=" + outcome + " of " + write);
        }
        return null;
    }

    private TaskBegin begin(BeginTask write, int outcome) {
        return switch (outcome) {
            case 0 -> TaskBegin.FIRST;
            case Producer.ALREADY_RUNNING -> TaskBegin.ALREADY_RUNNING;
            case Producer.ALREADY_DONE ->
                    new TaskBegin(
                            TaskBegin.Standing.ALREADY_DONE,
                            executor.getProcessedTask(write.taskId()).orElseThrow().result());
            default -> throw new AssertionError("outcome=" + outcome + " of " + write);
        };
    }

    private RefusedException refusal(Write<?> write, ResultCode code) {
        return switch (code) {
            case NOT_FOUND -> new NotFoundException(TASK_ID, taskIdOf(write));
            case ALREADY_EXISTS -> alreadyExists(write);
            case BLOCK_CONFLICT -> blockConflict(((CommitBlock) write).block());
            case TASK_EXISTS -> new TaskExistsException(firstThatExists((CommitBlock) write));
            case INVALID_TRANSITION -> invalidTransition((UpdateTaskStatus) write);
            case PARENT_MISMATCH -> parentMismatch(((CommitBlock) write).block());
            case BLOCK_ORDER -> blockOrder(write);
            case CAPACITY_EXCEEDED -> capacityExceeded(write);
            default -> throw new AssertionError(code + " of " + write);
        };
    }

    private static String taskIdOf(Write<?> write) {
        if (write instanceof SaveTask w) {
            return w.task().id();
        } else if (write instanceof UpdateTaskStatus w) {
            return w.taskId();
        } else if (write instanceof DeleteTask w) {
            return w.taskId();
        }
        return ((FinishTask) write).taskId();
    }

    private AlreadyExistsException alreadyExists(Write<?> write) {
        return write instanceof CommitBlock commit
                ? new AlreadyExistsException(BLOCK_NUMBER, commit.block().number())
                : new AlreadyExistsException(TASK_ID, taskIdOf(write));
    }

    private BlockConflictException blockConflict(Block block) {
        Block stored = aggregator.getBlock(block.chain(), block.number()).orElseThrow();
        return new BlockConflictException(block.number(), stored.hash(), block.hash());
    }

    private String firstThatExists(CommitBlock commit) {
        return commit.tasks().stream()
                .filter(task -> aggregator.getTask(task.id()).isPresent())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private InvalidTransitionException invalidTransition(UpdateTaskStatus write) {
        TaskStatus from = aggregator.getTaskRecord(write.taskId()).orElseThrow().status();
        return new InvalidTransitionException(TASK_ID, write.taskId(), from, write.status());
    }

    private ParentMismatchException parentMismatch(Block block) {
        Block child = block;
        Block predecessor = below(child);
        // By hash, down to the first that does not link; by number it is the first.
        while (predecessor.hash().equals(child.parentHash())) {
            child = predecessor;
            predecessor = below(child);
        }
        return new ParentMismatchException(
                child.number(), predecessor.number(), predecessor.hash(), child.parentHash());
    }

    private Block below(Block child) {
        return aggregator.listBlocks(child.chain()).stream()
                .filter(stored -> stored.number() < child.number())
                .max(Comparator.comparingLong(Block::number))
                .orElseThrow();
    }

    private BlockOrderException blockOrder(Write<?> write) {
        if (write instanceof SetLastProcessedBlock w) {
            long last = aggregator.getLastProcessedBlock(w.chain());
            return new BlockOrderException(w.blockNumber(), last);
        }
        Block block = ((CommitBlock) write).block();
        long last = aggregator.getLastProcessedBlock(block.chain());
        return new BlockOrderException(block.number(), last);
    }

    private CapacityExceededException capacityExceeded(Write<?> write) {
        return switch (write.type()) {
            case SAVE_TASK -> new CapacityExceededException("maxTasks", limits.maxTasks());
            case SET_LAST_PROCESSED_BLOCK ->
                    new CapacityExceededException("maxChains", limits.maxChains());
            case COMMIT_BLOCK -> capacityExceeded(((CommitBlock) write).block());
            case SAVE_OPERATOR_SET_CONFIG ->
                    new CapacityExceededException(
                            "maxOperatorSetConfigs", limits.maxOperatorSetConfigs());
            case SAVE_PERFORMER ->
                    new CapacityExceededException("maxPerformers", limits.maxPerformers());
            default ->
                    new CapacityExceededException("maxProcessedTasks", limits.maxProcessedTasks());
        };
    }

    private CapacityExceededException capacityExceeded(Block block) {
        List<Block> stored = aggregator.listBlocks(block.chain());
        if (stored.isEmpty() && aggregator.listChains().size() == limits.maxChains()) {
            return new CapacityExceededException("maxChains", limits.maxChains());
        }
        boolean isTooLow =
                stored.size() == limits.blockHistoryPerChain()
                        && block.number() < stored.get(0).number();
        return isTooLow
                ? new CapacityExceededException(
                        "blockHistoryPerChain", limits.blockHistoryPerChain())
                : new CapacityExceededException("maxTasks", limits.maxTasks());
    }
}
