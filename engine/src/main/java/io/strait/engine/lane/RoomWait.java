package io.strait.engine.lane;

import io.strait.api.BackPressure;
import io.strait.api.WriteOptions;
import io.strait.api.error.BackPressureException;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.concurrent.locks.LockSupport;

/** One caller's wait for room in a lane: what back-pressure is, seen from the caller. */
final class RoomWait {
    private static final int SPINS = 200;
    private static final long PARK_NS = 20_000;

    private final int laneCapacity;
    private final long timeoutNs;
    private final long startNs = System.nanoTime();
    private int pauses;

    private RoomWait(int laneCapacity, long timeoutNs) {
        this.laneCapacity = laneCapacity;
        this.timeoutNs = timeoutNs;
    }

    /**
     * Pauses after an offer was turned down; throws when no later offer would be of use, or may be
     * made.
     */
    static RoomWait after(
            Offer offer,
            RoomWait last,
            WriteOptions options,
            SharedLane lane,
            Lifecycle lifecycle) {
        if (offer == Offer.CLOSED || lifecycle.isOver()) {
            throw lifecycle.ending();
        }
        if (last == null) {
            lane.countBackPressured();
        }
        if (options.backPressure() == BackPressure.FAIL) {
            throw new BackPressureException(lane.capacity());
        }
        lifecycle.refuseOnWriterThread("waiting for room");
        RoomWait room =
                last == null ? new RoomWait(lane.capacity(), options.timeout().toNanos()) : last;
        room.pause();
        return room;
    }

    /** How much of the time-out a wait for room, if there was one, has used up. */
    static long spentNs(RoomWait room) {
        return room == null ? 0 : System.nanoTime() - room.startNs;
    }

    private void pause() {
        if (System.nanoTime() - startNs >= timeoutNs || Thread.currentThread().isInterrupted()) {
            throw new BackPressureException(laneCapacity);
        }
        if (++pauses < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(this, PARK_NS);
        }
    }
}
