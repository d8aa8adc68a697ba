package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.Write;
import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.arena.Horizon;
import io.strait.engine.bytes.Keys;
import io.strait.engine.record.AvsConfigWords;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.DeploymentWords;
import io.strait.engine.record.InflightTaskWords;
import io.strait.engine.record.Opcode;
import io.strait.engine.record.OperatorSetConfigWords;
import io.strait.engine.record.PerformerWords;
import io.strait.engine.record.ProcessedTaskWords;

/**
 * All of the state, and the one way to change it: apply a command. For one thread, which owns it;
 * what is public of the tables is for readers. The limits are part of the state: they are its first
 * value, and the same for all commands.
 */
public final class State {
    /**
     * No command makes more cells, but for one for each task of a commit, and for each that is
     * requeued: a chain, a block, one that is too old, and a task with its AVS and its source.
     */
    private static final int MOST_CELLS = 6;

    private final Limits limits;
    private final Keys keys;
    private final StateMemory memory;
    private final Cells cells;
    private final ChainTable chains;
    private final TaskTable tasks;
    private final ChainRules chainRules;
    private final TaskRules taskRules;
    private final RecordRules<OperatorSetConfig> operatorSetConfigs;
    private final RecordRules<AvsConfig> avsConfigs;
    private final RecordRules<Performer> performers;
    private final RecordRules<InflightTask> inflightTasks;
    private final RecordTable<Deployment> deployments;
    private final RecordTable<ProcessedTask> processedTasks;
    private final PerformerRules performerRules;
    private final DeploymentRules deploymentRules;
    private final ProcessedTaskRules processedTaskRules;
    private final SteadyTime steadyTime;

    /**
     * An empty state.
     *
     * @param keys hashes keys for the indexes; no part of what the state means
     * @param quarantine how many deaths a thing waits for before it is used again
     */
    public State(Limits limits, Keys keys, int quarantine) {
        this(limits, keys, new Arena(quarantine), TaskSource.MOST);
    }

    /** The same in a memory, with so many sources of tasks at most: fewer are for tests. */
    State(Limits limits, Keys keys, Arena arena, int maxTaskSources) {
        this.limits = limits;
        this.keys = keys;
        memory = new StateMemory(keys, arena);
        cells = arena.cells();
        chains = new ChainTable(memory, limits.blockHistoryPerChain());
        tasks = new TaskTable(memory, limits.maxFinishedTasks(), maxTaskSources);
        taskRules = new TaskRules(limits, tasks);
        chainRules = new ChainRules(limits, chains, taskRules);
        operatorSetConfigs =
                new RecordRules<>(
                        new RecordTable<>(
                                memory, Kinds.OPERATOR_SET_CONFIG, OperatorSetConfigWords.INSTANCE),
                        Limit.MAX_OPERATOR_SET_CONFIGS,
                        limits.maxOperatorSetConfigs());
        avsConfigs =
                new RecordRules<>(
                        new RecordTable<>(memory, Kinds.AVS_CONFIG, AvsConfigWords.INSTANCE),
                        Limit.MAX_AVS_CONFIGS,
                        limits.maxAvsConfigs());
        performers =
                new RecordRules<>(
                        new RecordTable<>(memory, Kinds.PERFORMER, PerformerWords.INSTANCE),
                        Limit.MAX_PERFORMERS,
                        limits.maxPerformers());
        inflightTasks =
                new RecordRules<>(
                        new RecordTable<>(memory, Kinds.INFLIGHT_TASK, InflightTaskWords.INSTANCE),
                        Limit.MAX_INFLIGHT_TASKS,
                        limits.maxInflightTasks());
        deployments = new RecordTable<>(memory, Kinds.DEPLOYMENT, DeploymentWords.INSTANCE);
        processedTasks =
                new RecordTable<>(memory, Kinds.PROCESSED_TASK, ProcessedTaskWords.INSTANCE);
        performerRules = new PerformerRules(performers.table());
        deploymentRules = new DeploymentRules(limits.maxDeployments(), deployments);
        steadyTime = new SteadyTime(limits.processedTaskRetention().toMillis());
        processedTaskRules = new ProcessedTaskRules(limits, steadyTime, processedTasks);
    }

    /**
     * Applies a command: all of it, or, when it is refused, nothing but its time, by which things
     * age.
     *
     * @param words the command's words, as {@link io.strait.engine.record.CommandWords} says
     * @param at where they begin
     * @param timeMs when the command was submitted
     * @param write the same as an object, to be kept for typed reads; or null
     * @param outcome begun; says what became of it
     */
    public void apply(
            int opcode,
            int argument,
            long[] words,
            int at,
            long timeMs,
            Write<?> write,
            Outcome outcome) {
        passTime(opcode, timeMs);
        int most =
                opcode == Opcode.COMMIT_BLOCK
                        ? CommandWords.taskCount(argument) + MOST_CELLS
                        : MOST_CELLS;
        if (cells.sureCells() < most && !Opcode.onlyDeletes(opcode)) {
            outcome.refused(Limit.MEMORY_CHUNKS, cells.maxChunks());
            return;
        }
        switch (opcode) {
            case Opcode.SET_LAST_PROCESSED_BLOCK ->
                    chainRules.setLastProcessedBlock(words, at, outcome);
            case Opcode.SAVE_BLOCK -> chainRules.saveBlock(words, at, write, outcome);
            case Opcode.DELETE_BLOCK -> chainRules.deleteBlock(words, at, outcome);
            case Opcode.COMMIT_BLOCK ->
                    chainRules.commit(argument, words, at, timeMs, write, outcome);
            case Opcode.ROLLBACK_TO -> chainRules.rollback(words, at, outcome);
            case Opcode.RESET_CHAIN -> chainRules.reset(words, at, write, outcome);
            case Opcode.FORGET_CHAIN -> chainRules.forget(words, at, outcome);
            case Opcode.SAVE_TASK -> taskRules.save(words, at, timeMs, write, outcome);
            case Opcode.UPDATE_TASK_STATUS ->
                    taskRules.updateStatus(argument, words, at, timeMs, outcome);
            case Opcode.DELETE_TASK -> taskRules.delete(words, at, outcome);
            case Opcode.CLAIM_NEXT_TASK ->
                    taskRules.claimNext(argument, words, at, timeMs, outcome);
            case Opcode.REQUEUE_EXPIRED_LEASES ->
                    taskRules.requeueExpired(argument, words, at, timeMs, outcome);
            case Opcode.SAVE_OPERATOR_SET_CONFIG ->
                    operatorSetConfigs.saveOrReplace(
                            words,
                            at,
                            write == null ? null : ((SaveOperatorSetConfig) write).config(),
                            outcome);
            case Opcode.SAVE_AVS_CONFIG ->
                    avsConfigs.saveOrReplace(
                            words,
                            at,
                            write == null ? null : ((SaveAvsConfig) write).config(),
                            outcome);
            case Opcode.SAVE_PERFORMER ->
                    performers.saveOrReplace(
                            words,
                            at,
                            write == null ? null : ((SavePerformer) write).performer(),
                            outcome);
            case Opcode.DELETE_PERFORMER -> performers.delete(words, at, outcome);
            case Opcode.REPLACE_PERFORMER -> performerRules.replace(words, at, write, outcome);
            case Opcode.SAVE_INFLIGHT_TASK ->
                    inflightTasks.saveOnce(
                            words,
                            at,
                            write == null ? null : ((SaveInflightTask) write).task(),
                            outcome);
            case Opcode.DELETE_INFLIGHT_TASK -> inflightTasks.delete(words, at, outcome);
            case Opcode.SAVE_DEPLOYMENT -> deploymentRules.save(words, at, timeMs, write, outcome);
            case Opcode.UPDATE_DEPLOYMENT_STATUS ->
                    deploymentRules.updateStatus(argument, words, at, timeMs, outcome);
            case Opcode.DELETE_DEPLOYMENT -> deploymentRules.delete(words, at, outcome);
            case Opcode.BEGIN_TASK -> processedTaskRules.begin(words, at, timeMs, outcome);
            case Opcode.FINISH_TASK -> processedTaskRules.finish(words, at, timeMs, outcome);
            case Opcode.ABANDON_TASK -> processedTaskRules.abandon(words, at, outcome);
            case Opcode.MARK_TASK_PROCESSED ->
                    processedTaskRules.markProcessed(words, at, timeMs, outcome);
            default -> throw new IllegalStateException("no command has the opcode " + opcode);
        }
    }

    /**
     * Time passes, whatever becomes of a command. Alone, for one that was refused for memory when
     * it was applied first, and might not be now.
     */
    public void passTime(int opcode, long timeMs) {
        if (Opcode.isTimed(opcode)) {
            steadyTime.follow(timeMs);
        }
    }

    /** The chain of words, or null. It stays the same for ever. */
    public ChainEntry findChain(long[] words, int at) {
        return chains.find(words, at);
    }

    /** Applies a block update of a chain that was found. */
    public void setLastProcessedBlock(ChainEntry chain, long number, Outcome outcome) {
        chainRules.setLastProcessedBlock(chain, number, outcome);
    }

    /** The last processed block of a chain that was found. */
    public long lastProcessedBlock(ChainEntry chain) {
        return chain.lastProcessedBlock.newest();
    }

    /**
     * An image of all that it holds. Writer thread only, when all commands that were applied are
     * published.
     *
     * @param position the newest published position
     * @param holder keeps that pinned for as long as it is reachable; anything if the state does
     *     not change until the image was read
     */
    public StateImage image(long position, Object holder) {
        return new StateImage(this, position, holder);
    }

    /** Takes an image as of a position of 1 or more, when nothing was applied yet. */
    public StateLoader loader(long position) {
        return new StateLoader(this, limits, position);
    }

    ChainImage chainImage() {
        return new ChainImage(chains, limits.blockHistoryPerChain());
    }

    TaskImage taskImage() {
        return new TaskImage(tasks);
    }

    /** All tables of records, in the order in which they are in an image. */
    RecordImage[] recordImages() {
        return new RecordImage[] {
            new RecordImage(ImageItem.OPERATOR_SET_CONFIG, operatorSetConfigs.table()),
            new RecordImage(ImageItem.AVS_CONFIG, avsConfigs.table()),
            new RecordImage(ImageItem.PERFORMER, performers.table()),
            new RecordImage(ImageItem.INFLIGHT_TASK, inflightTasks.table()),
            new RecordImage(ImageItem.DEPLOYMENT, deployments),
            new RecordImage(ImageItem.PROCESSED_TASK, processedTasks)
        };
    }

    SteadyTime steadyTime() {
        return steadyTime;
    }

    CellQueue failedDeployments() {
        return deploymentRules.failed();
    }

    CellQueue queueOfProcessed(boolean done) {
        return processedTaskRules.queue(done);
    }

    /** The batch is published, as of this position. */
    public void published(long position) {
        memory.arena().publish(position);
    }

    /** Between batches: releases a little that only snapshots showed; whether there is more. */
    public boolean release() {
        return memory.arena().release();
    }

    /** Keeps what a published position shows, for as long as an object is reachable. */
    public void pin(long position, Object holder) {
        memory.arena().pin(position, holder);
    }

    /** Up to where the past may be overwritten. */
    public Horizon horizon() {
        return memory.arena().horizon();
    }

    /** How many words of memory the records have. Writer thread only. */
    public long capacityWords() {
        return memory.arena().cells().capacityWords();
    }

    /** How keys are hashed, for readers. */
    public Keys keys() {
        return keys;
    }

    /** The chains, for readers. */
    public ChainTable chains() {
        return chains;
    }

    /** The tasks, for readers. */
    public TaskTable tasks() {
        return tasks;
    }

    /** The operator sets' configurations, for readers. */
    public RecordTable<OperatorSetConfig> operatorSetConfigs() {
        return operatorSetConfigs.table();
    }

    /** The AVSs' configurations, for readers. */
    public RecordTable<AvsConfig> avsConfigs() {
        return avsConfigs.table();
    }

    /** The performers, for readers. */
    public RecordTable<Performer> performers() {
        return performers.table();
    }

    /** The tasks in flight, for readers. */
    public RecordTable<InflightTask> inflightTasks() {
        return inflightTasks.table();
    }

    /** The deployments, for readers. */
    public RecordTable<Deployment> deployments() {
        return deployments;
    }

    /** The tasks begun and done, for readers. */
    public RecordTable<ProcessedTask> processedTasks() {
        return processedTasks;
    }
}
