package io.strait.api.write;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.TaskBegin;
import io.strait.api.internal.Require;

/**
 * A write to the executor's part of the state.
 *
 * @param <R> what the write returns; {@link Void} when nothing
 */
public sealed interface ExecutorWrite<R> extends Write<R> {

    /**
     * Saves or replaces a performer.
     *
     * @param performer the performer
     */
    record SavePerformer(Performer performer) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param performer the performer
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SavePerformer {
            Require.notNull("performer", performer);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_PERFORMER;
        }
    }

    /**
     * Deletes a performer.
     *
     * @param performerId the performer's id
     */
    record DeletePerformer(String performerId) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param performerId the performer's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public DeletePerformer {
            Require.id("performerId", performerId);
        }

        @Override
        public WriteType type() {
            return WriteType.DELETE_PERFORMER;
        }
    }

    /**
     * Deletes one performer and saves another, as one.
     *
     * @param performerId the id of the performer that goes
     * @param replacement the performer that comes
     */
    record ReplacePerformer(String performerId, Performer replacement)
            implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param performerId the id of the performer that goes
         * @param replacement the performer that comes
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public ReplacePerformer {
            Require.id("performerId", performerId);
            Require.notNull("replacement", replacement);
        }

        @Override
        public WriteType type() {
            return WriteType.REPLACE_PERFORMER;
        }
    }

    /**
     * Saves a task in flight.
     *
     * @param task the task
     */
    record SaveInflightTask(InflightTask task) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param task the task
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SaveInflightTask {
            Require.notNull("task", task);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_INFLIGHT_TASK;
        }
    }

    /**
     * Deletes a task in flight.
     *
     * @param taskId the task's id
     */
    record DeleteInflightTask(String taskId) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public DeleteInflightTask {
            Require.id("taskId", taskId);
        }

        @Override
        public WriteType type() {
            return WriteType.DELETE_INFLIGHT_TASK;
        }
    }

    /**
     * Saves a new deployment as pending.
     *
     * @param request what is asked for
     */
    record SaveDeployment(DeploymentRequest request) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param request what is asked for
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public SaveDeployment {
            Require.notNull("request", request);
        }

        @Override
        public WriteType type() {
            return WriteType.SAVE_DEPLOYMENT;
        }
    }

    /**
     * Takes a deployment to another status.
     *
     * @param deploymentId the deployment's id
     * @param status the status to take it to
     * @param error an error text, up to 4,096 bytes; empty for none
     */
    record UpdateDeploymentStatus(String deploymentId, DeploymentStatus status, String error)
            implements ExecutorWrite<Deployment> {
        /**
         * Checks the parts.
         *
         * @param deploymentId the deployment's id
         * @param status the status to take it to
         * @param error an error text, up to 4,096 bytes
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public UpdateDeploymentStatus {
            Require.id("deploymentId", deploymentId);
            Require.notNull("status", status);
            Require.text("error", error);
        }

        @Override
        public WriteType type() {
            return WriteType.UPDATE_DEPLOYMENT_STATUS;
        }
    }

    /**
     * Deletes a deployment.
     *
     * @param deploymentId the deployment's id
     */
    record DeleteDeployment(String deploymentId) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param deploymentId the deployment's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public DeleteDeployment {
            Require.id("deploymentId", deploymentId);
        }

        @Override
        public WriteType type() {
            return WriteType.DELETE_DEPLOYMENT;
        }
    }

    /**
     * Asks to be the one who does a task.
     *
     * @param taskId the task's id
     */
    record BeginTask(String taskId) implements ExecutorWrite<TaskBegin> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public BeginTask {
            Require.id("taskId", taskId);
        }

        @Override
        public WriteType type() {
            return WriteType.BEGIN_TASK;
        }
    }

    /**
     * Stores the result of a task that was begun.
     *
     * @param taskId the task's id
     * @param result the result; its size is limited by the engine's payload limit
     */
    record FinishTask(String taskId, Bytes result) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @param result the result
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public FinishTask {
            Require.id("taskId", taskId);
            Require.notNull("result", result);
        }

        @Override
        public WriteType type() {
            return WriteType.FINISH_TASK;
        }
    }

    /**
     * Forgets that a task was begun, so that it can be begun again.
     *
     * @param taskId the task's id
     */
    record AbandonTask(String taskId) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public AbandonTask {
            Require.id("taskId", taskId);
        }

        @Override
        public WriteType type() {
            return WriteType.ABANDON_TASK;
        }
    }

    /**
     * Remembers a task as done, without a result.
     *
     * @param taskId the task's id
     */
    record MarkTaskProcessed(String taskId) implements ExecutorWrite<Void> {
        /**
         * Checks the parts.
         *
         * @param taskId the task's id
         * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
         */
        public MarkTaskProcessed {
            Require.id("taskId", taskId);
        }

        @Override
        public WriteType type() {
            return WriteType.MARK_TASK_PROCESSED;
        }
    }
}
