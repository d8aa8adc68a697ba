package io.strait.model;

import io.strait.api.ExecutorStore;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Require;
import io.strait.api.write.ExecutorWrite;
import java.util.List;
import java.util.Optional;

/** The executor's store over a {@link ModelEngine}. How callers wait is all one to it. */
final class ModelExecutorStore implements ExecutorStore {
    private final ModelEngine engine;

    ModelExecutorStore(ModelEngine engine) {
        this.engine = engine;
    }

    @Override
    public <R> R execute(ExecutorWrite<R> write) {
        return engine.submit(write).await();
    }

    @Override
    public ExecutorStore with(WriteOptions options) {
        Require.notNull("options", options);
        return engine.read(state -> new ModelExecutorStore(engine));
    }

    @Override
    public Optional<Performer> getPerformer(String performerId) {
        return engine.read(state -> state.executor().getPerformer(performerId));
    }

    @Override
    public List<Performer> listPerformers() {
        return engine.read(state -> state.executor().listPerformers());
    }

    @Override
    public List<Performer> listPerformersForAvs(Address avs) {
        return engine.read(state -> state.executor().listPerformersForAvs(avs));
    }

    @Override
    public Optional<InflightTask> getInflightTask(String taskId) {
        return engine.read(state -> state.executor().getInflightTask(taskId));
    }

    @Override
    public List<InflightTask> listInflightTasks() {
        return engine.read(state -> state.executor().listInflightTasks());
    }

    @Override
    public Optional<Deployment> getDeployment(String deploymentId) {
        return engine.read(state -> state.executor().getDeployment(deploymentId));
    }

    @Override
    public List<Deployment> listDeployments() {
        return engine.read(state -> state.executor().listDeployments());
    }

    @Override
    public Optional<ProcessedTask> getProcessedTask(String taskId) {
        return engine.read(state -> state.executor().getProcessedTask(taskId));
    }

    @Override
    public boolean isTaskProcessed(String taskId) {
        return engine.read(state -> state.executor().isTaskProcessed(taskId));
    }

    @Override
    public List<ProcessedTask> listProcessedTasks() {
        return engine.read(state -> state.executor().listProcessedTasks());
    }
}
