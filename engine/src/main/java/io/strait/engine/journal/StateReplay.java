package io.strait.engine.journal;

import io.strait.api.error.ReplayMismatchException;
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
        if (code == Outcome.REFUSED_FOR_MEMORY) {
            state.passTime(opcode, timeMs);
        } else {
            state.apply(opcode, argument, words, at, timeMs, null, outcome);
            requireSame(position, code);
        }
        count++;
        if (count % BATCH == 0) {
            state.published(position);
        }
    }

    private void requireSame(long position, int code) {
        int now = outcome.recordedCode();
        if (now != code) {
            throw new ReplayMismatchException(position, code, now);
        }
    }
}
