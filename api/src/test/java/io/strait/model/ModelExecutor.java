package io.strait.model;

import io.strait.api.ExecutorView;
import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Require;
import io.strait.api.write.ExecutorWrite;
import java.util.List;
import java.util.Optional;

/** The executor's part of the state: hands each write to the part that it is about. */
final class ModelExecutor implements ExecutorView {
    private final ModelPerformers performers;
    private final ModelInflightTasks inflight;
    private final ModelDeployments deployments;
    private final ModelProcessedTasks processed;

    ModelExecutor(Limits limits) {
        this(
                new ModelPerformers(limits),
                new ModelInflightTasks(limits),
                new ModelDeployments(limits),
                new ModelProcessedTasks(limits));
    }

    private ModelExecutor(
            ModelPerformers performers,
            ModelInflightTasks inflight,
            ModelDeployments deployments,
            ModelProcessedTasks processed) {
        this.performers = performers;
        this.inflight = inflight;
        this.deployments = deployments;
        this.processed = processed;
    }

    ModelExecutor copy() {
        return new ModelExecutor(
                performers.copy(), inflight.copy(), deployments.copy(), processed.copy());
    }

    Outcome apply(ExecutorWrite<?> write, long timeMs, long steadyMs) {
        if (write instanceof ExecutorWrite.SavePerformer w) {
            return performers.save(w.performer());
        } else if (write instanceof ExecutorWrite.DeletePerformer w) {
            return performers.delete(w.performerId());
        } else if (write instanceof ExecutorWrite.ReplacePerformer w) {
            return performers.replace(w.performerId(), w.replacement());
        } else if (write instanceof ExecutorWrite.SaveInflightTask w) {
            return inflight.save(w.task());
        } else if (write instanceof ExecutorWrite.DeleteInflightTask w) {
            return inflight.delete(w.taskId());
        } else if (write instanceof ExecutorWrite.SaveDeployment w) {
            return deployments.save(w.request(), timeMs);
        } else if (write instanceof ExecutorWrite.UpdateDeploymentStatus w) {
            return deployments.updateStatus(w.deploymentId(), w.status(), w.error(), timeMs);
        } else if (write instanceof ExecutorWrite.DeleteDeployment w) {
            return deployments.delete(w.deploymentId());
        } else if (write instanceof ExecutorWrite.BeginTask w) {
            return processed.begin(w.taskId(), timeMs, steadyMs);
        } else if (write instanceof ExecutorWrite.FinishTask w) {
            return processed.finish(w.taskId(), w.result(), timeMs, steadyMs);
        } else if (write instanceof ExecutorWrite.AbandonTask w) {
            return processed.abandon(w.taskId(), steadyMs);
        } else if (write instanceof ExecutorWrite.MarkTaskProcessed w) {
            return processed.mark(w.taskId(), timeMs, steadyMs);
        }
        throw new AssertionError(write);
    }

    long oldestAgeMs(long steadyMs) {
        return processed.oldestAgeMs(steadyMs);
    }

    @Override
    public Optional<Performer> getPerformer(String performerId) {
        return performers.get(Require.id("performerId", performerId));
    }

    @Override
    public List<Performer> listPerformers() {
        return performers.list();
    }

    @Override
    public List<Performer> listPerformersForAvs(Address avs) {
        Require.notNull("avs", avs);
        return performers.list().stream().filter(p -> p.avs().equals(avs)).toList();
    }

    @Override
    public Optional<InflightTask> getInflightTask(String taskId) {
        return inflight.get(Require.id("taskId", taskId));
    }

    @Override
    public List<InflightTask> listInflightTasks() {
        return inflight.list();
    }

    @Override
    public Optional<Deployment> getDeployment(String deploymentId) {
        return deployments.get(Require.id("deploymentId", deploymentId));
    }

    @Override
    public List<Deployment> listDeployments() {
        return deployments.list();
    }

    @Override
    public Optional<ProcessedTask> getProcessedTask(String taskId) {
        return processed.get(Require.id("taskId", taskId));
    }

    @Override
    public boolean isTaskProcessed(String taskId) {
        return getProcessedTask(taskId).map(ProcessedTask::done).orElse(false);
    }

    @Override
    public List<ProcessedTask> listProcessedTasks() {
        return processed.list();
    }
}
