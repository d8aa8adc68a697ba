package io.strait.engine.snapshot;

import io.strait.api.ExecutorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import io.strait.engine.flat.StateReads;
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

    /** Where to read what is not in the image. */
    abstract Records records();

    @Override
    public final Optional<Performer> getPerformer(String performerId) {
        return get(StateReads::performers, "performerId", performerId);
    }

    @Override
    public final List<Performer> listPerformers() {
        return records().list(StateReads::performers);
    }

    @Override
    public final List<Performer> listPerformersForAvs(Address avs) {
        return records().list(StateReads::performers, Require.notNull("avs", avs));
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
        return get(StateReads::processedTasks, "taskId", taskId);
    }

    @Override
    public final boolean isTaskProcessed(String taskId) {
        Optional<ProcessedTask> task = getProcessedTask(taskId);
        return task.isPresent() && task.get().done();
    }

    @Override
    public final List<ProcessedTask> listProcessedTasks() {
        return records().list(StateReads::processedTasks);
    }

    private <V> Optional<V> get(Records.Table<V> table, String name, String id) {
        Require.notNull(name, id);
        return checked(records().get(table, Hash64.of(id), id), name, id);
    }

    private static <V> Optional<V> get(Keys keys, TableImage<V> table, String name, String id) {
        Require.notNull(name, id);
        return checked(table.get(keys.of(Hash64.of(id)), id), name, id);
    }

    /** An id that is found needs no check: it is that of something saved. */
    private static <V> Optional<V> checked(Optional<V> found, String name, String id) {
        if (found.isEmpty()) {
            Require.id(name, id);
        }
        return found;
    }
}
