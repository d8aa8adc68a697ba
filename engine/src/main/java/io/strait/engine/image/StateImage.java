package io.strait.engine.image;

import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;

/**
 * All of the state as published, but for the last processed blocks and the tasks, which are read
 * through heads.
 *
 * @param keys how ids become keys
 * @param chains the chains and their blocks
 * @param avsConfigs the AVSs' configurations
 * @param inflightTasks the tasks in flight
 * @param deployments the deployments
 */
public record StateImage(
        Keys keys,
        TableImage<ChainImage> chains,
        TableImage<AvsConfig> avsConfigs,
        TableImage<InflightTask> inflightTasks,
        TableImage<Deployment> deployments) {}
