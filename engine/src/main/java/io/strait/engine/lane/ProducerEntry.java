package io.strait.engine.lane;

import io.strait.api.error.ResultCode;
import io.strait.engine.draft.Drafts;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.record.Opcode;
import java.time.InstantSource;

/** What producers know of their engine. Any thread. */
public final class ProducerEntry {
    private final ProducerLanes lanes;
    private final Drafts drafts;
    private final Lifecycle lifecycle;
    private final Wakeup writerWakeup;
    private final InstantSource clock;
    private final boolean stampsAll;
    private final Encoders encoders = new Encoders();

    /** An engine as its producers see it. */
    public ProducerEntry(
            ProducerLanes lanes,
            Drafts drafts,
            Lifecycle lifecycle,
            Wakeup writerWakeup,
            InstantSource clock,
            boolean stampsAll) {
        this.lanes = lanes;
        this.drafts = drafts;
        this.lifecycle = lifecycle;
        this.writerWakeup = writerWakeup;
        this.clock = clock;
        this.stampsAll = stampsAll;
    }

    Drafts drafts() {
        return drafts;
    }

    Encoders encoders() {
        return encoders;
    }

    /** A lane for a producer; throws when the engine takes no more. */
    ProducerLane openLane(LaneHolder holder) {
        if (isEngineClosed()) {
            throw lifecycle.ending();
        }
        return lanes.open(holder);
    }

    /** A lane that is never closed. */
    ProducerLane openSharedLane(SpinLock lock) {
        return lanes.addShared(lock);
    }

    /** The lane of a number, or null. */
    ProducerLane lane(int number) {
        return lanes.lane(number);
    }

    /** The time of a command, or 0 when nobody is going to ask for it. */
    long timeMs(int opcode) {
        return stampsAll || Opcode.isTimed(opcode) ? clock.millis() : 0;
    }

    void wakeWriter() {
        writerWakeup.signal();
    }

    /** How many pauses there are to be taken for over when a wait begins. */
    int firstPause() {
        return writerWakeup.isWakingOpaque() ? ProducerWait.SPINS : 0;
    }

    /** Whether nothing is taken any more. */
    boolean isEngineClosed() {
        return lanes.isClosedAcquire();
    }

    /** Whether no outcome will come any more. */
    boolean isEngineStopped() {
        return lifecycle.isOver();
    }

    /** Why nothing is taken, or no outcome comes. */
    int endingCode() {
        boolean failed = lifecycle.failureAcquire() != null;
        return (failed ? ResultCode.FAILED : ResultCode.CLOSED).code();
    }

    /** The time at which a wait begins; throws on the thread that must not wait. */
    long startWait(String call) {
        lifecycle.refuseOnWriterThread(call);
        return System.nanoTime();
    }
}
