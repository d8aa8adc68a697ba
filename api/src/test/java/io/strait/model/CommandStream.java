package io.strait.model;

import io.strait.api.Limits;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import java.time.Duration;
import java.util.List;

/**
 * An endless stream of random writes that collide: few ids, short histories, times that stand still
 * and leap. The same seed gives the same stream on every JVM. It knows nothing of the state that
 * the writes meet, so one stream can drive an engine and a model alike, or two streams of one seed
 * can.
 *
 * <p>For one thread. Ask for a time, then for the write that is stamped with it: what a write says
 * about time is told around the time last asked for.
 */
public final class CommandStream {
    private static final int SHORTEST_MOOD = 10;
    private static final int LONGEST_MOOD = 300;

    private final long seed;
    private final CommandStreamDice dice;
    private final CommandStreamClock clock;
    private final CommandStreamTasks tasks;
    private final CommandStreamChains chains;
    private final CommandStreamConfigs configs;
    private final CommandStreamExecutor executor;
    private final CommandStreamProcessed processed;
    private CommandStreamMood mood = CommandStreamMood.MIXED;
    private int writesUntilNextMood;
    private long writeCount;

    /**
     * Starts a stream.
     *
     * @param seed what the stream follows from; print {@code toString()} when a test fails
     */
    public CommandStream(long seed) {
        this.seed = seed;
        dice = new CommandStreamDice(seed);
        clock = new CommandStreamClock(new CommandStreamDice(~seed));
        tasks = new CommandStreamTasks(dice, clock);
        chains = new CommandStreamChains(dice, tasks);
        configs = new CommandStreamConfigs(dice);
        executor = new CommandStreamExecutor(dice, clock);
        processed = new CommandStreamProcessed(dice);
    }

    /**
     * Limits so tight that a stream reaches every one of them, and that every history evicts. No
     * write of a stream is too large for them.
     *
     * @return the limits
     */
    public static Limits tightLimits() {
        return Limits.builder()
                .maxTasks(8)
                .maxFinishedTasks(3)
                .maxPayloadBytes(64)
                .maxTasksPerCommit(3)
                .maxChains(5)
                .blockHistoryPerChain(4)
                .maxOperatorSetConfigs(4)
                .maxAvsConfigs(2)
                .maxPerformers(4)
                .maxInflightTasks(3)
                .maxDeployments(3)
                .maxProcessedTasks(4)
                .processedTaskRetention(Duration.ofMillis(CommandStreamClock.RETENTION_MS))
                .build();
    }

    /**
     * Every id that a stream may name, of whatever kind of thing: also those that a state does not
     * have have to be asked for.
     *
     * @return the ids
     */
    public static List<String> allIds() {
        return CommandStreamPool.allIds();
    }

    /**
     * The time of the write to come.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    public long nextTimeMs() {
        return clock.nextMs();
    }

    /**
     * The next write.
     *
     * @return a write that {@link #tightLimits} and any wider limits accept as an argument
     */
    public Write<?> nextWrite() {
        if (writesUntilNextMood == 0) {
            mood = CommandStreamMood.next(dice);
            writesUntilNextMood = dice.between(SHORTEST_MOOD, LONGEST_MOOD);
            chains.refocus();
        }
        writesUntilNextMood--;
        writeCount++;
        return write(mood.nextType(dice));
    }

    /** What is needed to get the last write again. */
    @Override
    public String toString() {
        return "CommandStream[seed=" + seed + ", writeCount=" + writeCount + ", mood=" + mood + "]";
    }

    private Write<?> write(WriteType type) {
        return switch (type) {
            case SET_LAST_PROCESSED_BLOCK -> chains.setLastProcessedBlock();
            case SAVE_BLOCK -> chains.saveBlock();
            case DELETE_BLOCK -> chains.deleteBlock();
            case COMMIT_BLOCK -> chains.commitBlock();
            case ROLLBACK_TO -> chains.rollbackTo();
            case RESET_CHAIN -> chains.resetChain();
            case FORGET_CHAIN -> chains.forgetChain();
            case SAVE_TASK -> saveTask();
            case UPDATE_TASK_STATUS -> tasks.updateTaskStatus();
            case DELETE_TASK -> tasks.deleteTask();
            case CLAIM_NEXT_TASK -> tasks.claimNextTask();
            case REQUEUE_EXPIRED_LEASES -> tasks.requeueExpiredLeases();
            case SAVE_OPERATOR_SET_CONFIG -> configs.saveOperatorSetConfig();
            case SAVE_AVS_CONFIG -> configs.saveAvsConfig();
            case SAVE_PERFORMER -> executor.savePerformer();
            case DELETE_PERFORMER -> executor.deletePerformer();
            case REPLACE_PERFORMER -> executor.replacePerformer();
            case SAVE_INFLIGHT_TASK -> executor.saveInflightTask();
            case DELETE_INFLIGHT_TASK -> executor.deleteInflightTask();
            case SAVE_DEPLOYMENT -> executor.saveDeployment();
            case UPDATE_DEPLOYMENT_STATUS -> executor.updateDeploymentStatus();
            case DELETE_DEPLOYMENT -> executor.deleteDeployment();
            case BEGIN_TASK -> processed.beginTask();
            case FINISH_TASK -> processed.finishTask();
            case ABANDON_TASK -> processed.abandonTask();
            case MARK_TASK_PROCESSED -> processed.markTaskProcessed();
        };
    }

    /** Mostly of the chain that is being followed, so that rollbacks find tasks to drop. */
    private Write<?> saveTask() {
        int chain = chains.nextChain();
        return tasks.saveTask(chain, chains.sourceBlockNumber(chain));
    }
}
