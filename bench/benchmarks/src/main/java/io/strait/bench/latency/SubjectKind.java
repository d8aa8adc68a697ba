package io.strait.bench.latency;

import io.strait.api.WaitPreset;
import io.strait.engine.Strait;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can be measured. The floors come first; each other subject names the floor that it is held
 * against. One more way to hand a write off is one more {@link Subject} and one more constant.
 */
enum SubjectKind {
    /**
     * A Disruptor ring of objects, used the usual way, with nothing behind it: what handing a
     * number to another thread and seeing it applied costs by the library that the engine has its
     * sequencers from. It is not the least that this can cost: a lane of plain words can take less,
     * so hand-offs are held against {@link #PING_PONG} as well.
     */
    BARE_RING("bare-ring", null, (preset, producers) -> new BareRingSubject(producers)),
    /** The least that a round trip between two threads can cost. */
    PING_PONG("ping-pong", null, (preset, producers) -> new PingPongSubject(producers)),
    /** The synchronous write. */
    SYNC("sync", PING_PONG, (preset, producers) -> new SyncSubject(preset)),
    /** The asynchronous write into the lane that all threads share. */
    HAND_OFF("hand-off", BARE_RING, (preset, producers) -> new HandOffSubject(preset)),
    /** The write by the producer that all threads share. */
    SHARED("shared", BARE_RING, (preset, p) -> new ProducerSubject(preset, Strait::sharedProducer)),
    /** The write by an exclusive producer. */
    EXCLUSIVE(
            "exclusive",
            BARE_RING,
            (preset, p) -> new ProducerSubject(preset, Strait::exclusiveProducer));

    private final String label;
    private final SubjectKind floor;
    private final Opening opening;

    SubjectKind(String label, SubjectKind floor, Opening opening) {
        this.label = label;
        this.floor = floor;
        this.opening = opening;
    }

    static Optional<SubjectKind> labelled(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }

    /**
     * Starts one.
     *
     * @param preset how it waits; a floor always spins
     * @param producers for how many producers
     */
    Subject open(WaitPreset preset, int producers) {
        return opening.open(preset, producers);
    }

    String label() {
        return label;
    }

    Optional<SubjectKind> floor() {
        return Optional.ofNullable(floor);
    }

    boolean isFloor() {
        return floor == null;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return label;
    }

    private interface Opening {
        Subject open(WaitPreset preset, int producers);
    }
}
