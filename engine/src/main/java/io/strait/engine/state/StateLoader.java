package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.error.LimitTooLowException;
import io.strait.engine.record.ProcessedTaskWords;

/**
 * Brings an empty state to what an image holds: see {@link ImageItem}. It goes on from there as the
 * one would that the image was made of, but under its own limits. One that failed leaves a state
 * that is good for nothing. For the thread that owns the state.
 */
public final class StateLoader implements ImageSink {
    private final State state;
    private final Limits limits;
    private final long position;
    private final ChainImage chains;
    private final TaskImage tasks;
    private final RecordImage[] records;

    StateLoader(State state, Limits limits, long position) {
        this.state = state;
        this.limits = limits;
        this.position = position;
        chains = state.chainImage();
        tasks = state.taskImage();
        records = state.recordImages();
        // Everything is born with the image's position.
        state.published(position - 1);
    }

    /**
     * Takes an item.
     *
     * @throws LimitTooLowException when the state may not hold as much
     */
    @Override
    public void item(int kind, long[] words, int at, int count) {
        switch (kind) {
            case ImageItem.TIME -> state.steadyTime().restore(words, at);
            case ImageItem.COUNTS -> prepare(words, at);
            case ImageItem.CHAIN -> chains.restore(words, at);
            case ImageItem.PRUNED_BLOCK -> chains.restorePruned(words, at);
            case ImageItem.BLOCK -> chains.restoreBlock(words, at);
            case ImageItem.TASK -> tasks.restore(words, at);
            case ImageItem.FINISHED_TASKS -> tasks.restoreFinished(words, at, count);
            case ImageItem.FAILED_DEPLOYMENTS ->
                    ImageOrder.restore(
                            words,
                            at,
                            count,
                            records(ImageItem.DEPLOYMENT).cells(),
                            state.failedDeployments());
            case ImageItem.PROCESSED_TASK ->
                    state.queueOfProcessed(ProcessedTaskWords.isDone(words, at))
                            .add(records(kind).restore(words, at));
            case ImageItem.OPERATOR_SET_CONFIG,
                    ImageItem.AVS_CONFIG,
                    ImageItem.PERFORMER,
                    ImageItem.INFLIGHT_TASK,
                    ImageItem.DEPLOYMENT ->
                    records(kind).restore(words, at);
            default -> throw new IllegalStateException("no item has the kind " + kind);
        }
    }

    /** There are no more items: they can be seen from the image's position on. */
    public void finish() {
        state.published(position);
    }

    private void prepare(long[] counts, int at) {
        require(Limit.MAX_CHAINS, limits.maxChains(), counts[at + ImageItem.COUNTED_CHAINS]);
        long active = counts[at + ImageItem.COUNTED_ACTIVE];
        long finished = counts[at + ImageItem.COUNTED_FINISHED];
        require(Limit.MAX_TASKS, limits.maxTasks(), active);
        if (finished > limits.maxFinishedTasks()) {
            throw new LimitTooLowException("maxFinishedTasks", limits.maxFinishedTasks(), finished);
        }
        require(
                counts,
                at,
                ImageItem.OPERATOR_SET_CONFIG,
                Limit.MAX_OPERATOR_SET_CONFIGS,
                limits.maxOperatorSetConfigs());
        require(counts, at, ImageItem.AVS_CONFIG, Limit.MAX_AVS_CONFIGS, limits.maxAvsConfigs());
        require(counts, at, ImageItem.PERFORMER, Limit.MAX_PERFORMERS, limits.maxPerformers());
        require(
                counts,
                at,
                ImageItem.INFLIGHT_TASK,
                Limit.MAX_INFLIGHT_TASKS,
                limits.maxInflightTasks());
        require(counts, at, ImageItem.DEPLOYMENT, Limit.MAX_DEPLOYMENTS, limits.maxDeployments());
        require(
                counts,
                at,
                ImageItem.PROCESSED_TASK,
                Limit.MAX_PROCESSED_TASKS,
                limits.maxProcessedTasks());
        tasks.reserve((int) (active + finished));
        for (int i = 0; i < records.length; i++) {
            records[i].reserve((int) counts[at + ImageItem.COUNTED_RECORDS + i]);
        }
    }

    private static void require(long[] counts, int at, int kind, Limit limit, long value) {
        int counted = ImageItem.COUNTED_RECORDS + kind - ImageItem.OPERATOR_SET_CONFIG;
        require(limit, value, counts[at + counted]);
    }

    private static void require(Limit limit, long value, long storedCount) {
        if (storedCount > value) {
            throw new LimitTooLowException(limit.limitName(), value, storedCount);
        }
    }

    private RecordImage records(int kind) {
        return records[kind - ImageItem.OPERATOR_SET_CONFIG];
    }
}
