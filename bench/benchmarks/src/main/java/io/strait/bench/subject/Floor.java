package io.strait.bench.subject;

import io.strait.api.WaitPreset;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the hand-over between threads costs with nothing behind it. No store, and so nobody's rival:
 * what is measured beside it shows how much is its own.
 */
public enum Floor {
    /** The least that a round trip between two threads can cost. */
    PING_PONG("ping-pong", (producers, words) -> new PingPongSubject(producers)),
    /**
     * A Disruptor ring of objects with one producer, which spins while the ring is full: what
     * handing a number to another thread and seeing it applied costs by the library that the engine
     * has its sequencers from. It is not the least that this can cost: a lane of plain words can
     * take less.
     */
    BARE_RING("bare-ring", (producers, words) -> new BareRingSubject(producers)),
    /**
     * A ring of words with one producer and a consumer that copies them. It carries as many words
     * as the engine's lane does for the same operation, and does nothing with them. So it shows
     * what it costs to hand that much to another thread.
     */
    WORD_RING("word-ring", WordRingSubject::new),
    /**
     * Strait's own synchronous block update, by an engine whose threads spin: the least that any of
     * its synchronous writes can cost. A yardstick for the others rather than a floor.
     */
    SYNC_BLOCK("sync-block", (producers, words) -> new SyncSubject(WaitPreset.LOWEST_LATENCY));

    private final String label;
    private final Opening opening;

    Floor(String label, Opening opening) {
        this.label = label;
        this.opening = opening;
    }

    /** The floor with a label; nothing where that is somebody else's. */
    public static Optional<Floor> labelled(String label) {
        return Arrays.stream(values()).filter(floor -> floor.label.equals(label)).findFirst();
    }

    /** The name in parameters and tables. Stable. */
    public String label() {
        return label;
    }

    /**
     * Starts it. Its thread spins until it is closed.
     *
     * @param producers for how many producers
     */
    public Subject open(int producers) {
        return open(producers, "1");
    }

    /**
     * Starts it. Its thread spins until it is closed.
     *
     * @param producers for how many producers
     * @param words how many words an operation hands over, where the floor hands words over: of
     *     each of its commands, as "20+6"; of several operations in turn, as "20/6/6/6"
     */
    public Subject open(int producers, String words) {
        return opening.open(producers, words);
    }

    private interface Opening {
        Subject open(int producers, String words);
    }
}
