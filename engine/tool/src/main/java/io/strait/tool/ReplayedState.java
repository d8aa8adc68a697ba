package io.strait.tool;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Limits;
import io.strait.api.error.StorageException;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.journal.Replay;
import io.strait.engine.journal.StateReplay;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.read.LiveView;
import io.strait.engine.read.StateAggregatorView;
import io.strait.engine.read.StateExecutorView;
import io.strait.engine.record.AddressCache;
import io.strait.engine.state.State;
import java.security.SecureRandom;

/** A state of its own that follows a journal, and finds each outcome that is another now. */
final class ReplayedState implements Replay {
    private static final int BATCH = 256;

    private final Publication publication;
    private final StateReplay replay;
    private final LiveView view;
    private long position;

    private ReplayedState(Limits limits, int batch) {
        Keys keys = Keys.drawnFrom(new SecureRandom()::nextLong);
        State state = new State(limits, keys, Arena.DEFAULT_QUARANTINE);
        publication = new Publication(state);
        replay = new StateReplay(state, batch, publication::publish);
        view = new LiveView(state, new AddressCache(keys), publication, new Lifecycle("tool"));
    }

    /** One that is read in the end. */
    static ReplayedState inBatches(Limits limits) {
        return new ReplayedState(limits, BATCH);
    }

    /** One that can be read behind each command. */
    static ReplayedState stepByStep(Limits limits) {
        return new ReplayedState(limits, 1);
    }

    @Override
    public void command(
            long at,
            int opcode,
            int argument,
            long timeMs,
            int outcome,
            long[] words,
            int wordsAt,
            int wordCount) {
        position = at;
        try {
            replay.command(at, opcode, argument, timeMs, outcome, words, wordsAt, wordCount);
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedCommandException(at, e);
        }
    }

    /** As of the last command. */
    AggregatorView aggregator() {
        publication.publish(position);
        return new StateAggregatorView(view);
    }

    /** As of the last command. */
    ExecutorView executor() {
        publication.publish(position);
        return new StateExecutorView(view);
    }
}
