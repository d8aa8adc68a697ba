package io.strait.api;

import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import java.util.List;
import java.util.Optional;

/**
 * The read side of the executor: the same on the live store and on a snapshot; see {@link
 * AggregatorView} for what both promise.
 */
public interface ExecutorView {
    /**
     * A performer.
     *
     * @param performerId the performer's id
     * @return the performer, or nothing when there is none
     */
    Optional<Performer> getPerformer(String performerId);

    /**
     * All performers.
     *
     * @return the performers, the one first saved first
     */
    List<Performer> listPerformers();

    /**
     * The performers of one AVS.
     *
     * @param avs the AVS
     * @return the performers, the one first saved first
     */
    List<Performer> listPerformersForAvs(Address avs);

    /**
     * A task in flight.
     *
     * @param taskId the task's id
     * @return the task, or nothing when there is none
     */
    Optional<InflightTask> getInflightTask(String taskId);

    /**
     * All tasks in flight.
     *
     * @return the tasks, in the order in which they were saved
     */
    List<InflightTask> listInflightTasks();

    /**
     * A deployment.
     *
     * @param deploymentId the deployment's id
     * @return the deployment, or nothing when there is none
     */
    Optional<Deployment> getDeployment(String deploymentId);

    /**
     * All deployments.
     *
     * @return the deployments, in the order in which they were saved
     */
    List<Deployment> listDeployments();

    /**
     * What is remembered of a task that was begun or done.
     *
     * @param taskId the task's id
     * @return the memory of it, or nothing when there is none
     */
    Optional<ProcessedTask> getProcessedTask(String taskId);

    /**
     * Whether a task is remembered as done.
     *
     * @param taskId the task's id
     * @return true when it was finished or marked, and is still remembered
     */
    boolean isTaskProcessed(String taskId);

    /**
     * All tasks that are remembered as begun or done.
     *
     * @return the memories, the one that changed longest ago first
     */
    List<ProcessedTask> listProcessedTasks();
}
