package io.strait.engine.snapshot;

import io.strait.api.ExecutorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import io.strait.engine.image.Keys;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TableImage;
import java.util.List;
import java.util.Optional;

/**
 * The executor's reads over an image: the newest one, or a snapshot's. Reads by key allocate
 * nothing.
 */
abstract class ImageExecutorView implements ExecutorView {
    /** The image to read from: one per call of a read. */
    abstract StateImage image();

    @Override
    public final Optional<Performer> getPerformer(String performerId) {
        StateImage from = image();
        return get(from.keys(), from.performers().table(), "performerId", performerId);
    }

    @Override
    public final List<Performer> listPerformers() {
        return image().performers().table().list();
    }

    @Override
    public final List<Performer> listPerformersForAvs(Address avs) {
        StateImage from = image();
        return TableImage.values(Groups.rows(from.keys(), from.performers().byAvs(), avs));
    }

    @Override
    public final Optional<InflightTask> getInflightTask(String taskId) {
        StateImage from = image();
        return get(from.keys(), from.inflightTasks(), "taskId", taskId);
    }

    @Override
    public final List<InflightTask> listInflightTasks() {
        return image().inflightTasks().list();
    }

    @Override
    public final Optional<Deployment> getDeployment(String deploymentId) {
        StateImage from = image();
        return get(from.keys(), from.deployments(), "deploymentId", deploymentId);
    }

    @Override
    public final List<Deployment> listDeployments() {
        return image().deployments().list();
    }

    @Override
    public final Optional<ProcessedTask> getProcessedTask(String taskId) {
        StateImage from = image();
        return get(from.keys(), from.processedTasks(), "taskId", taskId);
    }

    @Override
    public final boolean isTaskProcessed(String taskId) {
        Optional<ProcessedTask> task = getProcessedTask(taskId);
        return task.isPresent() && task.get().done();
    }

    @Override
    public final List<ProcessedTask> listProcessedTasks() {
        return image().processedTasks().list();
    }

    /** An id that is found needs no check: it is that of something saved. */
    private static <V> Optional<V> get(Keys keys, TableImage<V> table, String name, String id) {
        Require.notNull(name, id);
        Optional<V> found = table.get(keys.of(Hash64.of(id)), id);
        if (found.isEmpty()) {
            Require.id(name, id);
        }
        return found;
    }
}
