package io.strait.engine.read;

import io.strait.api.ExecutorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Require;
import io.strait.engine.read.View.Read;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The executor's reads over a view. */
public class StateExecutorView implements ExecutorView {
    private static final Read<String, Optional<Performer>> PERFORMER =
            (view, position, id, hash) -> view.state.performers().getAt(position, (int) hash, id);

    private static final Read<Void, List<Performer>> PERFORMERS =
            (view, position, none, number) ->
                    RecordElements.list(view, view.state.performers(), position);

    private static final Read<String, Optional<InflightTask>> INFLIGHT_TASK =
            (view, position, id, hash) ->
                    view.state.inflightTasks().getAt(position, (int) hash, id);

    private static final Read<Void, List<InflightTask>> INFLIGHT_TASKS =
            (view, position, none, number) ->
                    RecordElements.list(view, view.state.inflightTasks(), position);

    private static final Read<String, Optional<Deployment>> DEPLOYMENT =
            (view, position, id, hash) -> view.state.deployments().getAt(position, (int) hash, id);

    private static final Read<Void, List<Deployment>> DEPLOYMENTS =
            (view, position, none, number) ->
                    RecordElements.list(view, view.state.deployments(), position);

    private static final Read<String, Optional<ProcessedTask>> PROCESSED_TASK =
            (view, position, id, hash) ->
                    view.state.processedTasks().getAt(position, (int) hash, id);

    private static final Read<Void, List<ProcessedTask>> PROCESSED_TASKS =
            (view, position, none, number) ->
                    RecordElements.list(view, view.state.processedTasks(), position);

    private final View view;

    /** Reads over a live view. */
    public StateExecutorView(LiveView view) {
        this((View) view);
    }

    StateExecutorView(View view) {
        this.view = view;
    }

    @Override
    public final Optional<Performer> getPerformer(String performerId) {
        return get(PERFORMER, "performerId", performerId);
    }

    @Override
    public final List<Performer> listPerformers() {
        return view.read(PERFORMERS, null, 0);
    }

    @Override
    public final List<Performer> listPerformersForAvs(Address avs) {
        Require.notNull("avs", avs);
        List<Performer> found = new ArrayList<>();
        for (Performer performer : listPerformers()) {
            if (performer.avs().equals(avs)) {
                found.add(performer);
            }
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public final Optional<InflightTask> getInflightTask(String taskId) {
        return get(INFLIGHT_TASK, "taskId", taskId);
    }

    @Override
    public final List<InflightTask> listInflightTasks() {
        return view.read(INFLIGHT_TASKS, null, 0);
    }

    @Override
    public final Optional<Deployment> getDeployment(String deploymentId) {
        return get(DEPLOYMENT, "deploymentId", deploymentId);
    }

    @Override
    public final List<Deployment> listDeployments() {
        return view.read(DEPLOYMENTS, null, 0);
    }

    @Override
    public final Optional<ProcessedTask> getProcessedTask(String taskId) {
        return get(PROCESSED_TASK, "taskId", taskId);
    }

    @Override
    public final boolean isTaskProcessed(String taskId) {
        Optional<ProcessedTask> task = getProcessedTask(taskId);
        return task.isPresent() && task.get().done();
    }

    @Override
    public final List<ProcessedTask> listProcessedTasks() {
        return view.read(PROCESSED_TASKS, null, 0);
    }

    /** An id that is found needs no check: it is that of something saved. */
    private <V> Optional<V> get(Read<String, Optional<V>> read, String name, String id) {
        Require.notNull(name, id);
        Optional<V> found = view.read(read, id, view.state.keys().ofId(id));
        if (found.isEmpty()) {
            Require.id(name, id);
        }
        return found;
    }
}
