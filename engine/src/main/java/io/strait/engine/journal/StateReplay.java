package io.strait.engine.journal;

import io.strait.api.error.ReplayMismatchException;
import io.strait.api.error.ResultCode;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;

/**
 * Applies what was journaled to a state, and compares what becomes of it with what became of it.
 */
final class StateReplay implements Replay {
    /** How many commands share a position by which memory is released. */
    private static final int BATCH = 256;

    private final State state;
    private final Outcome outcome = new Outcome();
    private long count;

    StateReplay(State state) {
        this.state = state;
        outcome.begin(false);
    }

    /** How many commands there were. */
    long count() {
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
        state.apply(opcode, argument, words, at, timeMs, null, outcome);
        if (outcome.code().code() != code) {
            throw new ReplayMismatchException(position, ResultCode.ofCode(code), outcome.code());
        }
        count++;
        if (count % BATCH == 0) {
            state.published(position);
        }
    }
}
