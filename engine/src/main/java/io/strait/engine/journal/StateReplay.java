package io.strait.engine.journal;

import io.strait.api.error.ReplayMismatchException;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import java.util.function.LongConsumer;

/**
 * Applies what was journaled to a state, and compares what becomes of it with what became of it.
 */
public final class StateReplay implements Replay {
    /** How many commands share a position by which memory is released. */
    private static final int BATCH = 256;

    private final State state;
    private final int batch;
    private final LongConsumer publish;
    private final Outcome outcome = new Outcome();
    private long count;

    StateReplay(State state) {
        this(state, BATCH, state::published);
    }

    /**
     * The same with another way to publish.
     *
     * @param batch how many commands are published at once
     * @param publish is told the position, behind the last of them
     */
    public StateReplay(State state, int batch, LongConsumer publish) {
        this.state = state;
        this.batch = batch;
        this.publish = publish;
        outcome.begin(false);
    }

    /** How many commands there were. */
    public long count() {
        return count;
    }

    @Override
    public void command(
            long position,
            int opcode,
            int argument,
            long timeMs,
            int code,
            long[] words,
            int at,
            int wordCount) {
        if (code == Outcome.REFUSED_FOR_MEMORY) {
            state.passTime(opcode, timeMs);
        } else {
            state.apply(opcode, argument, words, at, timeMs, null, outcome);
            requireSame(position, code);
        }
        count++;
        if (count % batch == 0) {
            publish.accept(position);
        }
    }

    private void requireSame(long position, int code) {
        int now = outcome.recordedCode();
        if (now != code) {
            throw new ReplayMismatchException(position, code, now);
        }
    }
}
