package io.strait.engine.command;

import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;

/**
 * A slot of a lane: one write, complete in itself, and where its outcome goes. Preallocated and
 * reused; never leaves the lane. Filled by the producer that claimed it, read and cleared by the
 * writer thread; the ring's own publication orders the two.
 *
 * <p>The most frequent write, {@link SetLastProcessedBlock}, travels as its parts, so that it needs
 * no object. A slot with neither a write nor those parts is a barrier: it changes nothing and takes
 * no position.
 */
public final class Command {
    private Write<?> write;
    private Chain chain;
    private long blockNumber;
    private long timeMs;
    private Completion<?> completion;

    /** An empty slot. */
    public Command() {}

    /**
     * Fills the slot with a write.
     *
     * @param value the write
     * @param nowMs the engine's time, milliseconds since 1970-01-01 UTC
     * @param outcome where the outcome goes, or null
     */
    public void set(Write<?> value, long nowMs, Completion<?> outcome) {
        if (value instanceof SetLastProcessedBlock block) {
            set(block.chain(), block.blockNumber(), nowMs, outcome);
        } else {
            set(value, null, 0, nowMs, outcome);
        }
    }

    /**
     * Fills the slot with a block update.
     *
     * @param target the chain
     * @param number its last processed block
     * @param nowMs the engine's time, milliseconds since 1970-01-01 UTC
     * @param outcome where the outcome goes, or null
     */
    public void set(Chain target, long number, long nowMs, Completion<?> outcome) {
        set(null, target, number, nowMs, outcome);
    }

    /**
     * Fills the slot with a barrier.
     *
     * @param outcome who waits for it
     */
    public void setBarrier(Completion<?> outcome) {
        set(null, null, 0, 0, outcome);
    }

    /** Lets go of what the slot refers to, and leaves a barrier for which nobody waits. */
    public void clear() {
        setBarrier(null);
    }

    /**
     * Whether there is nothing to apply.
     *
     * @return true for a barrier
     */
    public boolean isBarrier() {
        return write == null && chain == null;
    }

    /**
     * The write, but for a block update.
     *
     * @return null for a block update and for a barrier
     */
    public Write<?> write() {
        return write;
    }

    /**
     * The chain of a block update.
     *
     * @return null for everything else
     */
    public Chain chain() {
        return chain;
    }

    /**
     * The block number of a block update.
     *
     * @return 0 to 2^63-1
     */
    public long blockNumber() {
        return blockNumber;
    }

    /**
     * The engine's time at which the write was submitted.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    public long timeMs() {
        return timeMs;
    }

    /**
     * Where the outcome goes.
     *
     * @return null when nobody waits
     */
    public Completion<?> completion() {
        return completion;
    }

    private void set(Write<?> value, Chain target, long number, long nowMs, Completion<?> outcome) {
        write = value;
        chain = target;
        blockNumber = number;
        timeMs = nowMs;
        completion = outcome;
    }
}
