package io.strait.engine;

import io.strait.api.Limits;
import io.strait.api.write.Write;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.read.LiveView;
import io.strait.engine.read.PublishedSnapshot;
import io.strait.engine.read.StateAggregatorView;
import io.strait.engine.record.AddressCache;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import java.util.SplittableRandom;

/**
 * A state and where it is published, without the writer thread: one actor plays it. Each batch is
 * one write. What was let go is used again as soon as that is allowed.
 */
public final class StressedState {
    /** Each thing is used again as soon as another one was let go. */
    private static final int QUARANTINE = 0;

    /** How keys are hashed, in all of the tests. */
    static final Keys KEYS = Keys.drawnFrom(new SplittableRandom(1)::nextLong);

    private static final Lifecycle LIFECYCLE = new Lifecycle("stress");
    private static final AddressCache ADDRESSES = new AddressCache(KEYS);

    /** The state. */
    public final State state = new State(Limits.DEFAULT, KEYS, QUARANTINE);

    /** Where it is published. */
    public final Publication publication = new Publication(state);

    /** The newest published state. */
    public final LiveView view = new LiveView(state, ADDRESSES, publication, LIFECYCLE);

    private final StateAggregatorView live = new StateAggregatorView(view);
    private final Outcome outcome = new Outcome();
    private long position;

    /** A batch that moves the head of {@link StressedChain}: to the number of the position. */
    public boolean moveHead() {
        return run(StressedChain.update((int) position + 1));
    }

    /** A batch that moves the head, and stores a block and a task. */
    public boolean commitNext() {
        return run(StressedChain.commit((int) position + 1));
    }

    /** A batch of one write; tells whether it became visible. */
    public boolean run(Command command) {
        outcome.begin(false);
        state.apply(
                command.opcode, command.argument, command.words, 0, command.timeMs, null, outcome);
        if (!outcome.isChanged()) {
            throw new AssertionError("the state refused a write: " + outcome.code());
        }
        return publication.publish(++position);
    }

    /** Pins what is published. */
    public PublishedSnapshot snapshot() {
        return PublishedSnapshot.take(view);
    }

    /** The newest published state, typed. */
    public StateAggregatorView live() {
        return live;
    }

    /** The head of {@link StressedChain}. */
    public int head() {
        return (int) live.getLastProcessedBlock(StressedChain.CHAIN);
    }

    /** The same in a snapshot. */
    public static int head(PublishedSnapshot snapshot) {
        return (int) snapshot.aggregator().getLastProcessedBlock(StressedChain.CHAIN);
    }

    /** A write, encoded before any test starts. */
    public static final class Command {
        private final int opcode;
        private final int argument;
        private final long[] words;
        private final long timeMs;

        private Command(int opcode, int argument, long[] words, long timeMs) {
            this.opcode = opcode;
            this.argument = argument;
            this.words = words;
            this.timeMs = timeMs;
        }

        /** Encodes a write that is submitted at a moment. */
        public static Command of(Write<?> write, long timeMs) {
            WordBuffer buffer = new WordBuffer(64);
            int argument = CommandWords.add(write, buffer);
            return new Command(Opcode.of(write.type()), argument, buffer.words().clone(), timeMs);
        }
    }
}
