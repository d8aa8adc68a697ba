package io.strait.engine.lane;

import io.strait.api.Limits;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import io.strait.api.error.RefusedException;
import io.strait.api.internal.Require;
import io.strait.api.internal.SizeRules;
import io.strait.api.write.Write;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import io.strait.engine.lifecycle.Lifecycle;
import java.time.InstantSource;

/**
 * The way of a write from its caller into the lane and, for a synchronous one, to its outcome. Any
 * thread. Checks what can be checked without the state, stamps the time, waits for room if it may,
 * and for the outcome if it is to.
 */
public final class WritePath {
    private final SharedLane lane;
    private final Limits limits;
    private final InstantSource clock;
    private final CallerWait callerWait;
    private final Lifecycle lifecycle;
    private final boolean stampsBlocks;

    private final BlockCompletions blockCompletions;

    /**
     * The way into a lane.
     *
     * @param lane the lane
     * @param limits what a write's sizes are checked against
     * @param clock stamps writes
     * @param callerWait how callers wait
     * @param lifecycle the engine's
     * @param stampsBlocks whether block updates are stamped too: nothing but a change listener
     *     reads it
     */
    public WritePath(
            SharedLane lane,
            Limits limits,
            InstantSource clock,
            CallerWait callerWait,
            Lifecycle lifecycle,
            boolean stampsBlocks) {
        this.lane = lane;
        this.limits = limits;
        this.clock = clock;
        this.callerWait = callerWait;
        this.lifecycle = lifecycle;
        this.stampsBlocks = stampsBlocks;
        blockCompletions = new BlockCompletions(callerWait);
    }

    /**
     * Gets a write accepted.
     *
     * @param <R> what the write returns
     * @param write the write
     * @param options how to wait for room
     * @return its ticket
     */
    public <R> Completion<R> submit(Write<R> write, WriteOptions options) {
        Completion<R> completion = newCompletion(options);
        enter(write, options, completion);
        return completion;
    }

    /**
     * Gets a write accepted and waits until it is visible.
     *
     * @param <R> what the write returns
     * @param write the write
     * @param options how to wait, for room and outcome together
     * @return what the write returns
     */
    public <R> R execute(Write<R> write, WriteOptions options) {
        lifecycle.refuseOnWriterThread("execute");
        Completion<R> completion = newCompletion(options);
        RoomWait room = enter(write, options, completion);
        return completion.awaitNs(options.timeout().toNanos(), RoomWait.spentNs(room));
    }

    /**
     * Gets a block update accepted and waits until it is visible. Allocates nothing in steady
     * state.
     *
     * @param chain the chain
     * @param blockNumber its last processed block
     * @param options how to wait, for room and outcome together
     */
    public void setLastProcessedBlock(Chain chain, long blockNumber, WriteOptions options) {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", blockNumber);
        lifecycle.refuseOnWriterThread("setLastProcessedBlock");
        long nowMs = stampsBlocks ? clock.millis() : 0;
        long timeoutNs = options.timeout().toNanos();
        Completion<Void> completion = blockCompletions.borrow(timeoutNs);
        RoomWait room = null;
        Offer offer = lane.offer(chain, blockNumber, nowMs, completion);
        while (offer != Offer.ACCEPTED) {
            try {
                room = RoomWait.after(offer, room, options, lane, lifecycle);
            } catch (RuntimeException e) {
                // No command has it.
                blockCompletions.giveBack(completion);
                throw e;
            }
            offer = lane.offer(chain, blockNumber, nowMs, completion);
        }
        try {
            completion.awaitNs(timeoutNs, RoomWait.spentNs(room));
        } catch (RefusedException e) {
            blockCompletions.giveBack(completion);
            throw e;
        }
        blockCompletions.giveBack(completion);
    }

    /**
     * Waits until everything that was accepted before is visible.
     *
     * @param options how to wait, for room and for the rest together
     */
    public void barrier(WriteOptions options) {
        lifecycle.refuseOnWriterThread("barrier");
        Completion<Void> completion = newCompletion(options);
        RoomWait room = null;
        Offer offer = lane.offerBarrier(completion);
        while (offer != Offer.ACCEPTED) {
            room = RoomWait.after(offer, room, options, lane, lifecycle);
            offer = lane.offerBarrier(completion);
        }
        completion.awaitNs(options.timeout().toNanos(), RoomWait.spentNs(room));
    }

    /** Returns the wait for room, or null when there was none. */
    private RoomWait enter(Write<?> write, WriteOptions options, Completion<?> completion) {
        SizeRules.check(Require.notNull("write", write), limits);
        long nowMs = clock.millis();
        RoomWait room = null;
        Offer offer = lane.offer(write, nowMs, completion);
        while (offer != Offer.ACCEPTED) {
            room = RoomWait.after(offer, room, options, lane, lifecycle);
            offer = lane.offer(write, nowMs, completion);
        }
        return room;
    }

    private <R> Completion<R> newCompletion(WriteOptions options) {
        return new Completion<>(callerWait, options.timeout().toNanos());
    }
}
