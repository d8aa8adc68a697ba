package io.strait.bench.contestant;

import io.strait.api.ExecutorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import java.util.List;
import java.util.Optional;

/** The same as {@link ViewOfAggregator} for the executor: performers, and nothing else. */
class ViewOfExecutor implements ExecutorView {
    private final ContestantView view;

    ViewOfExecutor(ContestantView view) {
        this.view = view;
    }

    @Override
    public Optional<Performer> getPerformer(String performerId) {
        return Optional.ofNullable(view.getPerformer(performerId));
    }

    @Override
    public List<Performer> listPerformers() {
        return view.listPerformers();
    }

    @Override
    public List<Performer> listPerformersForAvs(Address avs) {
        return view.listPerformers().stream().filter(p -> p.avs().equals(avs)).toList();
    }

    @Override
    public Optional<InflightTask> getInflightTask(String taskId) {
        return Optional.empty();
    }

    @Override
    public List<InflightTask> listInflightTasks() {
        return List.of();
    }

    @Override
    public Optional<Deployment> getDeployment(String deploymentId) {
        return Optional.empty();
    }

    @Override
    public List<Deployment> listDeployments() {
        return List.of();
    }

    @Override
    public Optional<ProcessedTask> getProcessedTask(String taskId) {
        return Optional.empty();
    }

    @Override
    public boolean isTaskProcessed(String taskId) {
        return false;
    }

    @Override
    public List<ProcessedTask> listProcessedTasks() {
        return List.of();
    }
}
