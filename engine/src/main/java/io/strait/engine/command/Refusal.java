package io.strait.engine.command;

import io.strait.api.domain.Block;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.LeaseExpiredException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ParentMismatchException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.StorageFullException;
import io.strait.api.error.StraitException;
import io.strait.api.error.TaskExistsException;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.ForgetChain;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.api.write.Write;
import io.strait.engine.state.Limit;
import io.strait.engine.state.Outcome;

/**
 * Makes the exception of a refusal, with all that it tells, on the thread of the caller, who still
 * has the write; the writer has noted a code and a detail ({@link Outcome}).
 */
final class Refusal {
    private static final String BLOCK_NUMBER = "blockNumber";
    private static final TaskStatus[] TASK_STATUSES = TaskStatus.values();
    private static final DeploymentStatus[] DEPLOYMENT_STATUSES = DeploymentStatus.values();

    private Refusal() {}

    /** The exception of a refusal. */
    static StraitException exception(
            Write<?> write, long blockNumber, ResultCode code, long detail, Object reference) {
        return switch (code) {
            case NOT_FOUND -> notFound(write, detail);
            case ALREADY_EXISTS -> alreadyExists(write);
            case BLOCK_CONFLICT -> blockConflict(write, (String) reference);
            case TASK_EXISTS ->
                    new TaskExistsException(((CommitBlock) write).tasks().get((int) detail).id());
            case INVALID_TRANSITION -> invalidTransition(write, (int) detail);
            case LEASE_EXPIRED ->
                    new LeaseExpiredException(((ClaimNextTask) write).lease().ms(), detail);
            case BLOCK_ORDER ->
                    new BlockOrderException(
                            write == null ? blockNumber : blockNumber(write), detail);
            case PARENT_MISMATCH -> {
                Outcome.BrokenLink link = (Outcome.BrokenLink) reference;
                yield new ParentMismatchException(
                        link.blockNumber(),
                        link.storedNumber(),
                        link.storedHash(),
                        link.parentHash());
            }
            case STORAGE_FULL -> new StorageFullException();
            case CAPACITY_EXCEEDED ->
                    new CapacityExceededException(
                            Limit.ofDetail(detail).limitName(), Limit.valueOfDetail(detail));
            default -> throw new IllegalStateException("not a refusal: " + code);
        };
    }

    private static RefusedException notFound(Write<?> write, long detail) {
        if (write instanceof ForgetChain forget) {
            return new NotFoundException("chain", forget.chain());
        }
        if (write instanceof RollbackTo rollback && detail == Outcome.NO_CHAIN) {
            return new NotFoundException("chain", rollback.chain());
        }
        return new NotFoundException(kind(write), id(write));
    }

    private static RefusedException blockConflict(Write<?> write, String storedHash) {
        Block block =
                write instanceof SaveBlock save ? save.block() : ((CommitBlock) write).block();
        return new BlockConflictException(block.number(), storedHash, block.hash());
    }

    private static RefusedException alreadyExists(Write<?> write) {
        return new AlreadyExistsException(
                kind(write),
                write instanceof ReplacePerformer replace ? replace.replacement().id() : id(write));
    }

    private static RefusedException invalidTransition(Write<?> write, int from) {
        if (write instanceof UpdateTaskStatus update) {
            return new InvalidTransitionException(
                    "taskId", update.taskId(), TASK_STATUSES[from], update.status());
        }
        UpdateDeploymentStatus update = (UpdateDeploymentStatus) write;
        return new InvalidTransitionException(
                "deploymentId", update.deploymentId(), DEPLOYMENT_STATUSES[from], update.status());
    }

    private static String kind(Write<?> write) {
        return switch (write.type()) {
            case SAVE_BLOCK, DELETE_BLOCK, COMMIT_BLOCK, ROLLBACK_TO -> BLOCK_NUMBER;
            case DELETE_PERFORMER, REPLACE_PERFORMER -> "performerId";
            case SAVE_DEPLOYMENT, UPDATE_DEPLOYMENT_STATUS, DELETE_DEPLOYMENT -> "deploymentId";
            default -> "taskId";
        };
    }

    private static Object id(Write<?> write) {
        return switch (write.type()) {
            case SAVE_BLOCK, DELETE_BLOCK, COMMIT_BLOCK, ROLLBACK_TO -> blockNumber(write);
            case SAVE_TASK -> ((SaveTask) write).task().id();
            case UPDATE_TASK_STATUS -> ((UpdateTaskStatus) write).taskId();
            case DELETE_TASK -> ((DeleteTask) write).taskId();
            case DELETE_PERFORMER -> ((DeletePerformer) write).performerId();
            case REPLACE_PERFORMER -> ((ReplacePerformer) write).performerId();
            case SAVE_INFLIGHT_TASK -> ((SaveInflightTask) write).task().taskId();
            case DELETE_INFLIGHT_TASK -> ((DeleteInflightTask) write).taskId();
            case SAVE_DEPLOYMENT -> ((SaveDeployment) write).request().deploymentId();
            case UPDATE_DEPLOYMENT_STATUS -> ((UpdateDeploymentStatus) write).deploymentId();
            case DELETE_DEPLOYMENT -> ((DeleteDeployment) write).deploymentId();
            case FINISH_TASK -> ((FinishTask) write).taskId();
            case ABANDON_TASK -> ((AbandonTask) write).taskId();
            default -> throw new IllegalStateException("never refused so: " + write.type());
        };
    }

    private static long blockNumber(Write<?> write) {
        return switch (write.type()) {
            case SET_LAST_PROCESSED_BLOCK -> ((SetLastProcessedBlock) write).blockNumber();
            case SAVE_BLOCK -> ((SaveBlock) write).block().number();
            case DELETE_BLOCK -> ((DeleteBlock) write).blockNumber();
            case COMMIT_BLOCK -> ((CommitBlock) write).block().number();
            case ROLLBACK_TO -> ((RollbackTo) write).ancestorNumber();
            default -> throw new IllegalStateException("names no block: " + write.type());
        };
    }
}
