package io.strait.engine.checkpoint;

import io.strait.api.Limits;
import io.strait.api.Recovery;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.JournalEnd;
import io.strait.engine.journal.JournalRecovery;
import io.strait.engine.journal.Recoverer;
import io.strait.engine.journal.StateReplay;
import io.strait.engine.state.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Brings a state to where a directory ends: the newest checkpoint, and what the journal has behind
 * it. Once, for one thread.
 */
public final class DirectoryRecovery implements Recoverer {
    private final Limits limits;
    private final LongSupplier nanoClock;
    private final StateReplay replay;
    private State state;
    private Recovery recovery;
    private List<CheckpointHeader> newest = List.of();

    /**
     * A recovery to a state under limits.
     *
     * @param newState makes an empty state under limits
     */
    public DirectoryRecovery(
            Limits limits, Function<Limits, State> newState, LongSupplier nanoClock) {
        this.limits = limits;
        this.nanoClock = nanoClock;
        replay = new StateReplay(newState);
    }

    @Override
    public JournalEnd recover(Disk disk) throws IOException {
        long startNs = nanoClock.getAsLong();
        Checkpoints checkpoints = new Checkpoints(disk);
        checkpoints.clean();
        JournalEnd start = JournalEnd.NOTHING;
        List<String> skipped = List.of();
        Checkpoints.Restored restored =
                checkpoints
                        .restore(header -> replay.load(header.limits(), header.position()))
                        .orElse(null);
        if (restored != null) {
            newest = List.of(restored.header());
            start = restored.header().journalEnd();
            skipped = restored.skipped().stream().map(Exception::getMessage).toList();
        }
        JournalEnd end = new JournalRecovery(disk).recover(start, replay);
        state = replay.finish(limits);
        recovery =
                new Recovery(
                        start.position(),
                        skipped,
                        replay.count(),
                        end.tornBytes(),
                        end.position(),
                        Duration.ofNanos(nanoClock.getAsLong() - startNs));
        return end;
    }

    /** What was recovered. */
    public State state() {
        return state;
    }

    /** The checkpoint that it began with, or none. */
    public List<CheckpointHeader> checkpoint() {
        return newest;
    }

    /** How. */
    public Recovery recovery() {
        return recovery;
    }
}
