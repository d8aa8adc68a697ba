package io.strait.engine.image;

import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.ProcessedTask;

/**
 * All of the state as published, but for the last processed blocks, which are read through the
 * chains' heads.
 *
 * @param generation its number among the images of its state; rises by one each time
 * @param nodes where the nodes of its tries come from and go to
 * @param keys how ids become keys
 * @param chains the chains and their blocks
 * @param tasks the aggregator's tasks
 * @param operatorSetConfigs the operator sets' configurations
 * @param avsConfigs the AVSs' configurations
 * @param performers the performers
 * @param inflightTasks the tasks in flight
 * @param deployments the deployments
 * @param processedTasks the memory of tasks begun and done
 */
public record StateImage(
        long generation,
        NodePool nodes,
        Keys keys,
        TableImage<ChainImage> chains,
        TaskImage tasks,
        TableImage<OperatorSetConfig> operatorSetConfigs,
        TableImage<AvsConfig> avsConfigs,
        PerformerImage performers,
        TableImage<InflightTask> inflightTasks,
        TableImage<Deployment> deployments,
        TableImage<ProcessedTask> processedTasks) {
    /**
     * Whether all that was read so far from this image was still part of it, and not used again.
     * For readers that hold no snapshot. Any thread; loads only.
     *
     * @return false when the writer has gone on so far meanwhile that this is not certain
     */
    public boolean isIntact() {
        return nodes.isIntact(generation);
    }

    /**
     * Lets the writer use again what older images are made of and this one is not, but for those
     * that were captured: they stay valid for ever. Once this one is published. Writer thread only.
     *
     * @param newestCaptured the newest generation of which an image was captured; no image older
     *     than this one will be any more
     */
    public void reclaimOlder(long newestCaptured) {
        nodes.reclaim(newestCaptured);
    }
}
