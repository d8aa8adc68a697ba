package io.strait.api;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.TaskBegin;
import io.strait.api.write.ExecutorWrite;

/**
 * The executor's store: performers, tasks in flight, deployments, and the memory of tasks begun and
 * done. Writes are synchronous and atomic, and can end in the same failures as those of {@link
 * AggregatorStore}.
 *
 * <p>The memory of processed tasks is bounded. What was begun or done more than {@code
 * processedTaskRetention} before counts as forgotten for each of its four writes, and goes with
 * them: with each at most {@link #MAX_FORGOTTEN_PER_WRITE} that run and as many that are done, so
 * that nobody waits for long. Until then reads show it. A write that adds a task while {@code
 * maxProcessedTasks} are remembered then forgets the one that was done longest ago; running tasks
 * are never forgotten for lack of room. A refused write forgets nothing.
 *
 * <p>Age is counted from write to write, so that a clock that is wrong for a while makes nothing
 * forgotten, and does not stop ageing either. The writes are those whose times are kept: about
 * tasks, commits, deployments and processed tasks, refused ones included. The time between two of
 * them counts in full up to an eighth of the retention, and up to a second at least. A longer step
 * forward counts as an eighth, once the next write's time has not gone back again; nothing counts
 * for a longer step back, nor for one forward right behind it. So an engine that is not used for
 * long remembers longer.
 */
public interface ExecutorStore extends ExecutorView {
    /** How many of the running tasks, and of the done ones, go with a write for their age. */
    int MAX_FORGOTTEN_PER_WRITE = 1_000;

    /**
     * Does a write and waits until it is visible.
     *
     * @param <R> what the write returns
     * @param write the write
     * @return what the write returns
     */
    <R> R execute(ExecutorWrite<R> write);

    /**
     * The same store, waiting in another way.
     *
     * @param options how its callers wait
     * @return a store over the same state
     */
    ExecutorStore with(WriteOptions options);

    /**
     * Saves a performer, or replaces the one with its id, in its old place.
     *
     * @param performer the performer
     * @throws io.strait.api.error.CapacityExceededException when it is new and there are {@code
     *     maxPerformers}
     */
    default void savePerformer(Performer performer) {
        execute(new ExecutorWrite.SavePerformer(performer));
    }

    /**
     * Deletes a performer.
     *
     * @param performerId the performer's id
     * @throws io.strait.api.error.NotFoundException when there is no such performer
     */
    default void deletePerformer(String performerId) {
        execute(new ExecutorWrite.DeletePerformer(performerId));
    }

    /**
     * Deletes one performer and saves another, in one step. When both have the same id, it is
     * replaced in its old place; otherwise the new one comes last.
     *
     * @param performerId the id of the performer that goes
     * @param replacement the performer that comes
     * @throws io.strait.api.error.NotFoundException when there is no such performer
     * @throws io.strait.api.error.AlreadyExistsException when the replacement has the id of a third
     *     one
     */
    default void replacePerformer(String performerId, Performer replacement) {
        execute(new ExecutorWrite.ReplacePerformer(performerId, replacement));
    }

    /**
     * Saves a task in flight.
     *
     * @param task the task
     * @throws io.strait.api.error.AlreadyExistsException when it is in flight already
     * @throws io.strait.api.error.CapacityExceededException when there are {@code maxInflightTasks}
     */
    default void saveInflightTask(InflightTask task) {
        execute(new ExecutorWrite.SaveInflightTask(task));
    }

    /**
     * Deletes a task in flight.
     *
     * @param taskId the task's id
     * @throws io.strait.api.error.NotFoundException when it is not in flight
     */
    default void deleteInflightTask(String taskId) {
        execute(new ExecutorWrite.DeleteInflightTask(taskId));
    }

    /**
     * Saves a new deployment as pending. When there are {@code maxDeployments}, the one that failed
     * longest ago goes.
     *
     * @param request what is asked for
     * @throws io.strait.api.error.AlreadyExistsException when there is a deployment with its id
     * @throws io.strait.api.error.CapacityExceededException when there are {@code maxDeployments}
     *     and none has failed
     */
    default void saveDeployment(DeploymentRequest request) {
        execute(new ExecutorWrite.SaveDeployment(request));
    }

    /**
     * Takes a deployment to another status, with no error text.
     *
     * @param deploymentId the deployment's id
     * @param status the status to take it to
     * @return the deployment as it stands now
     * @throws io.strait.api.error.NotFoundException when there is no such deployment
     * @throws io.strait.api.error.InvalidTransitionException when it cannot go there from where it
     *     stands
     */
    default Deployment updateDeploymentStatus(String deploymentId, DeploymentStatus status) {
        return updateDeploymentStatus(deploymentId, status, "");
    }

    /**
     * Takes a deployment from pending to deploying or failed, from deploying to running or failed,
     * or from running to failed. On running and on failed, its completion time is set.
     *
     * @param deploymentId the deployment's id
     * @param status the status to take it to
     * @param error an error text, up to 4,096 bytes; empty for none
     * @return the deployment as it stands now
     * @throws io.strait.api.error.NotFoundException when there is no such deployment
     * @throws io.strait.api.error.InvalidTransitionException when it cannot go there from where it
     *     stands
     */
    default Deployment updateDeploymentStatus(
            String deploymentId, DeploymentStatus status, String error) {
        return execute(new ExecutorWrite.UpdateDeploymentStatus(deploymentId, status, error));
    }

    /**
     * Deletes a deployment, in whatever status.
     *
     * @param deploymentId the deployment's id
     * @throws io.strait.api.error.NotFoundException when there is no such deployment
     */
    default void deleteDeployment(String deploymentId) {
        execute(new ExecutorWrite.DeleteDeployment(deploymentId));
    }

    /**
     * Asks to be the one who does a task. The first caller is told so; until it finishes, others
     * are told that the task runs; afterwards, they are given the stored result.
     *
     * @param taskId the task's id
     * @return how the task stands
     * @throws io.strait.api.error.CapacityExceededException when {@code maxProcessedTasks} are
     *     running
     */
    default TaskBegin beginTask(String taskId) {
        return execute(new ExecutorWrite.BeginTask(taskId));
    }

    /**
     * Stores the result of a task that was begun. The first result stays.
     *
     * @param taskId the task's id
     * @param result the result
     * @throws io.strait.api.error.NotFoundException when it is not remembered as begun
     * @throws io.strait.api.error.AlreadyExistsException when it is done already
     */
    default void finishTask(String taskId, Bytes result) {
        execute(new ExecutorWrite.FinishTask(taskId, result));
    }

    /**
     * Forgets that a task was begun, so that the next caller of {@link #beginTask} is first again.
     *
     * @param taskId the task's id
     * @throws io.strait.api.error.NotFoundException when it is not remembered as begun
     * @throws io.strait.api.error.AlreadyExistsException when it is done already
     */
    default void abandonTask(String taskId) {
        execute(new ExecutorWrite.AbandonTask(taskId));
    }

    /**
     * Remembers a task as done, whether it was begun or not; without a result when it was not done
     * yet. A task that is done already stays as it is.
     *
     * @param taskId the task's id
     * @throws io.strait.api.error.CapacityExceededException when {@code maxProcessedTasks} are
     *     running
     */
    default void markTaskProcessed(String taskId) {
        execute(new ExecutorWrite.MarkTaskProcessed(taskId));
    }
}
