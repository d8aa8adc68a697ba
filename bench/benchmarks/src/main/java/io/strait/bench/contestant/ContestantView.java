package io.strait.bench.contestant;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import java.util.List;

/** What can be read from a contestant, or from a snapshot that it took. Any thread. */
public interface ContestantView {
    /** The chain's last processed block, or -1. */
    long getLastProcessedBlock(Chain chain);

    /** The block, or null. */
    Block getBlock(Chain chain, long blockNumber);

    /** The task, or null. */
    Task getTask(String taskId);

    /** The task with its status and times, or null. */
    TaskRecord getTaskRecord(String taskId);

    /** The pending tasks, oldest first. Never changes once returned. */
    List<Task> listPendingTasks();

    /** The pending tasks of one AVS, oldest first. Never changes once returned. */
    List<Task> listPendingTasksForAvs(Address avs);

    /** The configuration, or null. */
    OperatorSetConfig getOperatorSetConfig(OperatorSet operatorSet);

    /** The performer, or null. */
    Performer getPerformer(String performerId);

    /** All performers, oldest first. Never changes once returned. */
    List<Performer> listPerformers();
}
