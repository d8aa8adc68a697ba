package io.strait.engine.flat;

import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.engine.image.ChainHead;

/**
 * All reads of what is kept flat.
 *
 * @param tasks the aggregator's tasks
 * @param blocks the stored blocks of chains
 * @param configs the configurations of operator sets
 * @param performers the performers
 * @param processedTasks the tasks begun and done
 */
public record StateReads(
        TaskReads tasks,
        BlockReads blocks,
        RecordReads<OperatorSetConfig> configs,
        RecordReads<Performer> performers,
        RecordReads<ProcessedTask> processedTasks) {

    /**
     * Reads by those who have captured nothing.
     *
     * @param memory what is read
     * @return the reads
     */
    public static StateReads live(FlatMemory memory) {
        return of(memory, false);
    }

    /**
     * Reads by those who have captured the position, and keep it so meanwhile.
     *
     * @param memory what is read
     * @return the reads
     */
    public static StateReads captured(FlatMemory memory) {
        return of(memory, true);
    }

    /**
     * Where the roots of all of it are published.
     *
     * @return the head
     */
    public ChainHead head() {
        return tasks.head();
    }

    private static StateReads of(FlatMemory memory, boolean captured) {
        return new StateReads(
                new TaskReads(memory, captured),
                new BlockReads(memory, captured),
                new RecordReads<>(memory, new ConfigKind(memory.codebook), captured),
                new RecordReads<>(memory, new PerformerKind(memory.codebook), captured),
                new RecordReads<>(memory, new ProcessedTaskKind(), captured));
    }
}
