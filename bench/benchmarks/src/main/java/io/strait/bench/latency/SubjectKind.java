package io.strait.bench.latency;

import io.strait.api.WaitPreset;
import io.strait.bench.subject.Floor;
import io.strait.bench.subject.Subject;
import io.strait.bench.subject.SyncSubject;
import io.strait.engine.Strait;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can be measured. The floors come first; each other subject names the floor that it is held
 * against. One more way to hand a write off is one more {@link Subject} and one more constant.
 */
enum SubjectKind {
    /** See {@link Floor}. Hand-offs are held against {@link #PING_PONG} as well. */
    BARE_RING(Floor.BARE_RING),
    /** See {@link Floor}. */
    PING_PONG(Floor.PING_PONG),
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

    SubjectKind(Floor itself) {
        this(itself.label(), null, (preset, producers) -> itself.open(producers));
    }

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
