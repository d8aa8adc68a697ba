package io.strait.engine.journal;

import io.strait.api.Limits;
import io.strait.api.error.ReplayMismatchException;
import io.strait.engine.state.Outcome;
import io.strait.engine.state.State;
import io.strait.engine.state.StateLoader;
import java.io.IOException;
import java.util.function.Function;

/**
 * Applies what was journaled to a state, and compares what becomes of it with what became of it.
 * Each command is applied under the limits of then: where they change, another state takes over
 * what the one before holds.
 */
public final class StateReplay implements Replay {
    /** How many commands share a position by which memory is released. */
    private static final int BATCH = 256;

    private final Function<Limits, State> newState;
    private final Outcome outcome = new Outcome();
    private State state;
    private Limits limits;
    private long position;
    private long count;

    /** Makes its states by a function. */
    public StateReplay(Function<Limits, State> newState) {
        this.newState = newState;
        outcome.begin(false);
    }

    /** Begins with what a checkpoint holds; anew, if that was begun before. */
    public StateLoader load(Limits under, long asOf) {
        begin(under);
        position = asOf;
        return state.loader(asOf);
    }

    /** How many commands there were. */
    public long count() {
        return count;
    }

    /** The state as of now; null before there are limits. */
    public State state() {
        return state;
    }

    /** The state, all of it published, to go on under these limits. */
    public State finish(Limits under) throws IOException {
        limits(under);
        state.published(position);
        return state;
    }

    @Override
    public void limits(Limits next) throws IOException {
        if (state == null) {
            begin(next);
        } else if (!next.equals(limits)) {
            State before = state;
            before.published(position);
            begin(next);
            if (position > 0) {
                StateLoader loader = state.loader(position);
                before.image(position, before).writeTo(loader);
                loader.finish();
            }
        }
    }

    @Override
    public void command(JournaledCommand command) {
        position = command.position();
        int code = command.outcome();
        if (code == Outcome.REFUSED_FOR_MEMORY) {
            state.passTime(command.opcode(), command.timeMs());
        } else {
            state.apply(
                    command.opcode(),
                    command.argument(),
                    command.words(),
                    command.wordsAt(),
                    command.timeMs(),
                    null,
                    outcome);
            requireSame(code);
        }
        count++;
        if (count % BATCH == 0) {
            state.published(position);
        }
    }

    private void begin(Limits under) {
        limits = under;
        state = newState.apply(under);
    }

    private void requireSame(int code) {
        int now = outcome.recordedCode();
        if (now != code) {
            throw new ReplayMismatchException(position, code, now);
        }
    }
}
