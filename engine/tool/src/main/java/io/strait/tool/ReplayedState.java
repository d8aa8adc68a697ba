package io.strait.tool;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Limits;
import io.strait.api.error.StorageException;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.checkpoint.CheckpointHeader;
import io.strait.engine.checkpoint.Checkpoints;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.JournaledCommand;
import io.strait.engine.journal.Replay;
import io.strait.engine.journal.StateReplay;
import io.strait.engine.lifecycle.Lifecycle;
import io.strait.engine.publish.Publication;
import io.strait.engine.read.LiveView;
import io.strait.engine.read.StateAggregatorView;
import io.strait.engine.read.StateExecutorView;
import io.strait.engine.record.AddressCache;
import io.strait.engine.state.State;
import io.strait.engine.state.StateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/** A state of its own that follows a journal, and finds each outcome that is another now. */
final class ReplayedState implements Replay {
    private final Keys keys = Keys.drawnFrom(new SecureRandom()::nextLong);
    private final StateReplay replay =
            new StateReplay(limits -> new State(limits, keys, Arena.DEFAULT_QUARANTINE));
    private final long start;

    /** Of the segment that is being read; null once the state has them. */
    private Limits nextLimits = Limits.DEFAULT;

    private long position;

    /** Of the state that was read last: another takes over when limits change. */
    private State viewed;

    private Publication publication;
    private LiveView view;

    private ReplayedState(long start) {
        this.start = start;
        position = start;
    }

    /** One that begins where a journal does. */
    static ReplayedState from(JournalStart start, Disk disk) throws IOException {
        ReplayedState state = new ReplayedState(start.checkpoint());
        if (start.checkpoint() > 0) {
            Checkpoints checkpoints = new Checkpoints(disk);
            CheckpointHeader header = checkpoints.header(start.checkpoint());
            StateLoader loader = state.replay.load(header.limits(), header.position());
            checkpoints.read(header.position(), loader);
            loader.finish();
            state.nextLimits = null;
        }
        return state;
    }

    @Override
    public void limits(Limits limits) {
        nextLimits = limits;
    }

    @Override
    public void command(JournaledCommand command) {
        if (command.position() <= start) {
            return;
        }
        takeLimits();
        try {
            replay.command(command);
            position = command.position();
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedCommandException(command.position(), e);
        }
    }

    /** How many commands were replayed. */
    long count() {
        return replay.count();
    }

    /** Of the last command that was replayed with the same outcome. */
    long position() {
        return position;
    }

    /** A number that the state is known by. */
    long digest() throws IOException {
        publish();
        return replay.state().image(position, this).writeTo((kind, words, at, count) -> {}).value();
    }

    /** As of the last command. */
    AggregatorView aggregator() {
        publish();
        return new StateAggregatorView(view);
    }

    /** As of the last command. */
    ExecutorView executor() {
        publish();
        return new StateExecutorView(view);
    }

    /** Those of a segment that only precedes a checkpoint are never taken. */
    private void takeLimits() {
        if (nextLimits != null) {
            try {
                replay.limits(nextLimits);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            nextLimits = null;
        }
    }

    private void publish() {
        if (replay.state() == null) {
            takeLimits();
        }
        if (viewed != replay.state()) {
            viewed = replay.state();
            publication = new Publication(viewed);
            view = new LiveView(viewed, new AddressCache(keys), publication, new Lifecycle("tool"));
        }
        publication.startAt(position);
    }
}
