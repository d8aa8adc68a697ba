package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.MarkTaskProcessed;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedCommit;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.command.Command;
import io.strait.engine.command.Opcode;
import io.strait.engine.command.Outcome;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.image.Keys;
import io.strait.engine.image.StateImage;

/**
 * All of the state, and the one way to change it: apply a command. For one thread, which owns it.
 * The limits are part of the state: they are its first value, and the same for all commands.
 */
public final class State {
    private final Keys keys;
    private final Codebook codebook;
    private final Generation generation = new Generation();
    private final HeadUpdates headUpdates = new HeadUpdates();
    private final FlatMemory memory;
    private final RootsHead rootsHead;
    private final ChainTable chains;
    private final ChainRules chainRules;
    private final ReorgRules reorgRules;
    private final TaskRules taskRules;
    private final PackedTaskRules packedTaskRules;
    private final ConfigRules configs;
    private final PerformerRules performers;
    private final InflightTaskRules inflightTasks;
    private final DeploymentRules deployments;
    private final ProcessedTaskRules processedTaskRules;
    private StateImage image;

    /**
     * An empty state.
     *
     * @param limits what it may hold
     * @param keys how ids become keys
     */
    public State(Limits limits, Keys keys) {
        this(
                limits,
                keys,
                new Codebook(new ChainHandles(limits.maxChains()), new AddressHandles(), limits),
                FlatMemory.QUARANTINE);
    }

    /**
     * An empty state of an engine that has producers.
     *
     * @param limits what it may hold
     * @param keys how ids become keys
     * @param codebook what the numbers in producers' writes mean
     * @param quarantine how many pieces of memory wait before they are used again
     */
    public State(Limits limits, Keys keys, Codebook codebook, int quarantine) {
        this.codebook = codebook;
        memory = new FlatMemory(keys, codebook, quarantine);
        rootsHead = new RootsHead(memory);
        this.keys = keys;
        chains = new ChainTable(limits, memory, generation, headUpdates);
        chainRules = new ChainRules(limits, chains);
        TaskTable tasks = new TaskTable(limits, memory);
        taskRules = new TaskRules(limits, tasks);
        packedTaskRules = new PackedTaskRules(taskRules, tasks);
        reorgRules = new ReorgRules(chains, chainRules, taskRules, packedTaskRules);
        configs = new ConfigRules(limits, memory, generation);
        performers = new PerformerRules(limits, memory);
        inflightTasks = new InflightTaskRules(limits, keys, generation);
        deployments = new DeploymentRules(limits, keys, generation);
        processedTaskRules = new ProcessedTaskRules(limits, new ProcessedTaskTable(limits, memory));
        image = newImage();
    }

    /**
     * Applies a command: all of it, or, when it is refused, nothing.
     *
     * @param command what to do
     * @param outcome told what became of it
     */
    public void apply(Command command, Outcome outcome) {
        if (command.chain() != null) {
            chainRules.setLastProcessedBlock(command.chain(), command.blockNumber(), outcome);
        } else {
            apply(command.write(), command.timeMs(), outcome);
        }
    }

    /**
     * Applies a write that comes as words, if it is one that need not become an object. Its outcome
     * has neither a result nor a refusal, but only a code.
     *
     * @param opcode what to do
     * @param argument the number that goes with it
     * @param words the write is in here
     * @param at index of its first word
     * @param timeMs the engine's time at which it was submitted, milliseconds since 1970-01-01 UTC
     * @param outcome told what became of it
     * @return false when nothing was done, because it has to be decoded
     */
    public boolean apply(
            int opcode, int argument, long[] words, int at, long timeMs, Outcome outcome) {
        switch (opcode) {
            case Opcode.SAVE_TASK -> packedTaskRules.save(words, at, timeMs, outcome);
            case Opcode.UPDATE_TASK_STATUS ->
                    packedTaskRules.updateStatus(words, at, argument, timeMs, outcome);
            case Opcode.DELETE_TASK -> packedTaskRules.delete(words, at, outcome);
            case Opcode.COMMIT_BLOCK -> commitBlock(words, at, timeMs, outcome);
            case Opcode.SAVE_OPERATOR_SET_CONFIG ->
                    configs.saveOperatorSetConfig(words, at, outcome);
            case Opcode.SAVE_PERFORMER -> performers.save(words, at, outcome);
            case Opcode.BEGIN_TASK -> processedTaskRules.begin(words, at, timeMs, outcome);
            case Opcode.FINISH_TASK -> processedTaskRules.finish(words, at, timeMs, outcome);
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Applies a block update of a chain that has been given a number.
     *
     * @param chain the chain
     * @param chainIndex its number; the same for this chain each time, and for no other
     * @param number its last processed block
     * @param outcome told what became of it
     */
    public void setLastProcessedBlock(Chain chain, int chainIndex, long number, Outcome outcome) {
        chainRules.setLastProcessedBlock(chain, chainIndex, number, outcome);
    }

    /**
     * Applies block updates in one word each, one after the other, as long as each takes the same
     * known chain to a later block.
     *
     * @param updates the updates, each a {@link io.strait.engine.command.BlockWord}, and whatever
     *     comes behind them
     * @param from index of the first
     * @param to index behind the last that may be looked at
     * @return how many were applied; 0 when the first has to be applied in the general way
     */
    public int advanceLastProcessedBlock(long[] updates, int from, int to) {
        return chainRules.advance(updates, from, to);
    }

    /**
     * The state as it is now, as readers see it. Later commands leave it as it is.
     *
     * @return an immutable image; the same one when nothing in it has changed since the last one
     *     was taken
     */
    public StateImage takeImage() {
        if (!isCurrent()) {
            image = newImage();
            generation.end();
        }
        return image;
    }

    /**
     * Where the tasks are kept, for those who read.
     *
     * @return the same each time
     */
    public FlatMemory memory() {
        return memory;
    }

    /**
     * The heads whose value was set since these were last cleared.
     *
     * @return the updates, to be cleared by whoever publishes them
     */
    public HeadUpdates headUpdates() {
        rootsHead.addTo(headUpdates);
        return headUpdates;
    }

    /**
     * Applies a write: all of it, or, when it is refused, nothing.
     *
     * @param write what to do, but for a block update
     * @param timeMs the engine's time at which it was submitted, milliseconds since 1970-01-01 UTC
     * @param outcome told what became of it
     */
    public void apply(Write<?> write, long timeMs, Outcome outcome) {
        WriteType type = write.type();
        switch (type) {
            case SAVE_BLOCK -> chainRules.saveBlock((SaveBlock) write, outcome);
            case DELETE_BLOCK -> chainRules.deleteBlock((DeleteBlock) write, outcome);
            case COMMIT_BLOCK -> reorgRules.commit((CommitBlock) write, timeMs, outcome);
            case ROLLBACK_TO -> reorgRules.rollback((RollbackTo) write, outcome);
            case SAVE_TASK -> taskRules.save((SaveTask) write, timeMs, outcome);
            case UPDATE_TASK_STATUS ->
                    taskRules.updateStatus((UpdateTaskStatus) write, timeMs, outcome);
            case DELETE_TASK -> taskRules.delete((DeleteTask) write, outcome);
            case CLAIM_NEXT_TASK -> taskRules.claimNext((ClaimNextTask) write, timeMs, outcome);
            case REQUEUE_EXPIRED_LEASES ->
                    taskRules.requeueExpired((RequeueExpiredLeases) write, timeMs, outcome);
            case SAVE_OPERATOR_SET_CONFIG ->
                    configs.save(((SaveOperatorSetConfig) write).config(), outcome);
            case SAVE_AVS_CONFIG -> configs.save(((SaveAvsConfig) write).config(), outcome);
            case SAVE_PERFORMER -> performers.save(((SavePerformer) write).performer(), outcome);
            case DELETE_PERFORMER -> performers.delete((DeletePerformer) write, outcome);
            case REPLACE_PERFORMER -> performers.replace((ReplacePerformer) write, outcome);
            case SAVE_INFLIGHT_TASK ->
                    inflightTasks.save(((SaveInflightTask) write).task(), outcome);
            case DELETE_INFLIGHT_TASK -> inflightTasks.delete((DeleteInflightTask) write, outcome);
            case SAVE_DEPLOYMENT ->
                    deployments.save(((SaveDeployment) write).request(), timeMs, outcome);
            case UPDATE_DEPLOYMENT_STATUS ->
                    deployments.updateStatus((UpdateDeploymentStatus) write, timeMs, outcome);
            case DELETE_DEPLOYMENT -> deployments.delete((DeleteDeployment) write, outcome);
            case BEGIN_TASK -> processedTaskRules.begin((BeginTask) write, timeMs, outcome);
            case FINISH_TASK -> processedTaskRules.finish((FinishTask) write, timeMs, outcome);
            case ABANDON_TASK -> processedTaskRules.abandon((AbandonTask) write, timeMs, outcome);
            case MARK_TASK_PROCESSED ->
                    processedTaskRules.markProcessed((MarkTaskProcessed) write, timeMs, outcome);
            case SET_LAST_PROCESSED_BLOCK ->
                    throw new IllegalArgumentException("travels as its parts: " + write);
        }
    }

    private void commitBlock(long[] words, int at, long timeMs, Outcome outcome) {
        int chainIndex = (int) words[at + EncodedCommit.CHAIN_AND_TASK_COUNT];
        Chain chain = codebook.chains().chain(chainIndex);
        reorgRules.commit(chain, words, at, timeMs, outcome);
    }

    private StateImage newImage() {
        return new StateImage(
                keys,
                chains.image(),
                configs.avsImage(),
                inflightTasks.image(),
                deployments.image());
    }

    private boolean isCurrent() {
        return image.chains() == chains.image()
                && image.avsConfigs() == configs.avsImage()
                && image.inflightTasks() == inflightTasks.image()
                && image.deployments() == deployments.image();
    }
}
