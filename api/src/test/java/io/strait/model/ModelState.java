package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Limits;
import io.strait.api.error.RefusedException;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;

/**
 * All of the state, plain and single-threaded. Each write is judged first and done afterwards, so
 * that a refused one leaves everything as it was. Depends on nothing but what it is given: no
 * clock, no randomness.
 */
public final class ModelState {
    private final ModelAggregator aggregator;
    private final ModelExecutor executor;
    private final ModelSteadyTime steadyTime;
    private long position;
    private boolean lastWriteChanged;

    /**
     * Makes an empty state at position 0.
     *
     * @param limits what it may hold
     */
    public ModelState(Limits limits) {
        this.aggregator = new ModelAggregator(limits);
        this.executor = new ModelExecutor(limits);
        this.steadyTime = new ModelSteadyTime(limits);
    }

    private ModelState(ModelState other) {
        this.aggregator = other.aggregator.copy();
        this.executor = other.executor.copy();
        this.steadyTime = other.steadyTime.copy();
        this.position = other.position;
        this.lastWriteChanged = other.lastWriteChanged;
    }

    /**
     * Does one write. It takes the next position, refused or not. Sizes of arguments are not looked
     * at: they are no matter of the state.
     *
     * @param <R> what the write returns
     * @param write the write
     * @param timeMs the write's own time, milliseconds since 1970-01-01 UTC
     * @return what the write returns; null when nothing
     * @throws RefusedException when the state refuses it; nothing is changed then
     */
    @SuppressWarnings("unchecked") // the type of the result is tied to the type of the write
    public <R> R apply(Write<R> write, long timeMs) {
        position++;
        lastWriteChanged = false;
        steadyTime.follow(write, timeMs);
        Outcome outcome =
                write instanceof AggregatorWrite<?>
                        ? aggregator.apply((AggregatorWrite<?>) write, timeMs)
                        : executor.apply((ExecutorWrite<?>) write, timeMs, steadyTime.nowMs());
        lastWriteChanged = outcome.changed();
        return (R) outcome.result();
    }

    /**
     * Whether the last write made another state of it.
     *
     * @return false when it was refused or had no effect
     */
    public boolean lastWriteChanged() {
        return lastWriteChanged;
    }

    /** How old the oldest processed task will be for a write, by the time by which they age. */
    long oldestAgeMs(Write<?> write, long timeMs) {
        ModelSteadyTime then = steadyTime.copy();
        then.follow(write, timeMs);
        return executor.oldestAgeMs(then.nowMs());
    }

    /**
     * How many writes were tried.
     *
     * @return the position of the last write; 0 before the first
     */
    public long position() {
        return position;
    }

    /**
     * The aggregator's part, live: it shows every later write.
     *
     * @return the same view each time
     */
    public AggregatorView aggregator() {
        return aggregator;
    }

    /**
     * The executor's part, live: it shows every later write.
     *
     * @return the same view each time
     */
    public ExecutorView executor() {
        return executor;
    }

    /**
     * A state of its own that is equal to this one now.
     *
     * @return a copy that shares nothing that can change
     */
    public ModelState copy() {
        return new ModelState(this);
    }
}
