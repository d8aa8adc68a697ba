package io.strait.engine.image;

import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.ProcessedTask;

/**
 * All of the state as published, but for the last processed blocks and the tasks, which are read
 * through heads.
 *
 * @param keys how ids become keys
 * @param chains the chains and their blocks
 * @param operatorSetConfigs the operator sets' configurations
 * @param avsConfigs the AVSs' configurations
 * @param performers the performers
 * @param inflightTasks the tasks in flight
 * @param deployments the deployments
 * @param processedTasks the memory of tasks begun and done
 */
public record StateImage(
        Keys keys,
        TableImage<ChainImage> chains,
        TableImage<OperatorSetConfig> operatorSetConfigs,
        TableImage<AvsConfig> avsConfigs,
        PerformerImage performers,
        TableImage<InflightTask> inflightTasks,
        TableImage<Deployment> deployments,
        TableImage<ProcessedTask> processedTasks) {}
