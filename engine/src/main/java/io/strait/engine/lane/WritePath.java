package io.strait.engine.lane;

import io.strait.api.Limits;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import io.strait.api.error.RefusedException;
import io.strait.api.internal.Require;
import io.strait.api.internal.SizeRules;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import io.strait.engine.draft.Handles;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.EncodedChain;
import io.strait.engine.record.Opcode;
import java.time.InstantSource;

/**
 * The way of a typed write from its caller into the lane and, for a synchronous one, to its
 * outcome. Any thread. Checks what can be checked without the state, encodes the write, stamps the
 * time, waits for room if it may, and for the outcome if it is to.
 */
public final class WritePath {
    private final SharedLane lane;
    private final Handles handles;
    private final Limits limits;
    private final InstantSource clock;
    private final CallerWait callerWait;
    private final Lifecycle lifecycle;
    private final boolean stampsAll;
    private final Encoders encoders = new Encoders();
    private final BlockCompletions blockCompletions;

    /** The way into a lane. */
    public WritePath(
            SharedLane lane,
            Handles handles,
            Limits limits,
            InstantSource clock,
            CallerWait callerWait,
            Lifecycle lifecycle,
            boolean stampsAll) {
        this.lane = lane;
        this.handles = handles;
        this.limits = limits;
        this.clock = clock;
        this.callerWait = callerWait;
        this.lifecycle = lifecycle;
        this.stampsAll = stampsAll;
        blockCompletions = new BlockCompletions(callerWait);
    }

    /** Gets a write accepted. */
    public <R> Completion<R> submit(Write<R> write, WriteOptions options) {
        Require.notNull("write", write);
        Completion<R> completion = newCompletion(write, options);
        enter(write, options, completion);
        return completion;
    }

    /** Gets a write accepted and waits until it is visible. */
    public <R> R execute(Write<R> write, WriteOptions options) {
        lifecycle.refuseOnWriterThread("execute");
        Require.notNull("write", write);
        Completion<R> completion = newCompletion(write, options);
        RoomWait room = enter(write, options, completion);
        return completion.awaitNs(options.timeout().toNanos(), RoomWait.spentNs(room));
    }

    /**
     * Gets a block update accepted and waits until it is visible. Allocates nothing in steady
     * state.
     */
    public void setLastProcessedBlock(Chain chain, long blockNumber, WriteOptions options) {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", blockNumber);
        lifecycle.refuseOnWriterThread("setLastProcessedBlock");
        EncodedChain handle = handles.find(chain);
        if (handle == null) {
            execute(new SetLastProcessedBlock(chain, blockNumber), options);
            // Only now, since a write that is refused must not use up a handle.
            handles.addIfRoom(chain);
            return;
        }
        long nowMs = stampsAll ? clock.millis() : 0;
        long timeoutNs = options.timeout().toNanos();
        Completion<Void> completion = blockCompletions.borrow(timeoutNs, blockNumber);
        RoomWait room = null;
        Offer offer = lane.offer(handle.index(), blockNumber, nowMs, completion);
        while (offer != Offer.ACCEPTED) {
            try {
                room = RoomWait.after(offer, room, options, lane, lifecycle);
            } catch (Throwable t) {
                // Only here: what an offer itself throws leaves open whether it was accepted.
                blockCompletions.giveBack(completion);
                throw t;
            }
            offer = lane.offer(handle.index(), blockNumber, nowMs, completion);
        }
        try {
            completion.awaitNs(timeoutNs, RoomWait.spentNs(room));
        } catch (RefusedException e) {
            blockCompletions.giveBack(completion);
            throw e;
        }
        blockCompletions.giveBack(completion);
    }

    /** Waits until everything that was accepted before is visible. */
    public void barrier(WriteOptions options) {
        lifecycle.refuseOnWriterThread("barrier");
        Completion<Void> completion = newCompletion(null, options);
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
        SizeRules.check(write, limits);
        int opcode = Opcode.of(write.type());
        long nowMs = stampsAll || Opcode.isTimed(opcode) ? clock.millis() : 0;
        WordBuffer words = encoders.borrow();
        int argument = CommandWords.add(write, words);
        RoomWait room = null;
        Offer offer = lane.offer(opcode, argument, words, nowMs, completion);
        while (offer != Offer.ACCEPTED) {
            room = RoomWait.after(offer, room, options, lane, lifecycle);
            offer = lane.offer(opcode, argument, words, nowMs, completion);
        }
        encoders.giveBack(words);
        return room;
    }

    private <R> Completion<R> newCompletion(Write<R> write, WriteOptions options) {
        return new Completion<>(callerWait, options.timeout().toNanos(), write);
    }
}
