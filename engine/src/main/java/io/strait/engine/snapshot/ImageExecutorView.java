package io.strait.engine.snapshot;

import io.strait.api.ExecutorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.internal.Hash64;
import io.strait.api.internal.Require;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TableImage;
import java.util.List;
import java.util.Optional;

/** The executor's reads. Those by key allocate nothing. */
abstract class ImageExecutorView implements ExecutorView {
    private static final ImageRead<String, Optional<Performer>> PERFORMER =
            (image, id, hash) -> image.performers().table().get(image.keys().of(hash), id);
    private static final ImageRead<String, Optional<InflightTask>> INFLIGHT_TASK =
            (image, id, hash) -> image.inflightTasks().get(image.keys().of(hash), id);
    private static final ImageRead<String, Optional<Deployment>> DEPLOYMENT =
            (image, id, hash) -> image.deployments().get(image.keys().of(hash), id);
    private static final ImageRead<String, Optional<ProcessedTask>> PROCESSED_TASK =
            (image, id, hash) -> image.processedTasks().get(image.keys().of(hash), id);

    private final ImageSource images;

    ImageExecutorView(ImageSource images) {
        this.images = images;
    }

    @Override
    public final Optional<Performer> getPerformer(String performerId) {
        return get(PERFORMER, "performerId", performerId);
    }

    @Override
    public final List<Performer> listPerformers() {
        return images.heldImage().performers().table().list();
    }

    @Override
    public final List<Performer> listPerformersForAvs(Address avs) {
        StateImage from = images.heldImage();
        return TableImage.values(Groups.rows(from.keys(), from.performers().byAvs(), avs));
    }

    @Override
    public final Optional<InflightTask> getInflightTask(String taskId) {
        return get(INFLIGHT_TASK, "taskId", taskId);
    }

    @Override
    public final List<InflightTask> listInflightTasks() {
        return images.heldImage().inflightTasks().list();
    }

    @Override
    public final Optional<Deployment> getDeployment(String deploymentId) {
        return get(DEPLOYMENT, "deploymentId", deploymentId);
    }

    @Override
    public final List<Deployment> listDeployments() {
        return images.heldImage().deployments().list();
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
        return images.heldImage().processedTasks().list();
    }

    /** An id that is found needs no check: it is that of something saved. */
    private <V> Optional<V> get(ImageRead<String, Optional<V>> read, String name, String id) {
        Require.notNull(name, id);
        Optional<V> found = images.read(read, id, Hash64.of(id));
        if (found.isEmpty()) {
            Require.id(name, id);
        }
        return found;
    }
}
