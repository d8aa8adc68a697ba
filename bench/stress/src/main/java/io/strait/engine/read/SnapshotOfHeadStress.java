package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.strait.engine.StressedState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A snapshot's head is that of its position, and stays, wherever the snapshot was taken: before the
 * head moved, between the publication of the next version and the seal on this one, or after.
 */
@JCStressTest
@Outcome(
        id = "(\\d), \\1, \\1, \\1",
        expect = ACCEPTABLE,
        desc = "The head is the position's, each time.")
@State
public class SnapshotOfHeadStress {
    private final StressedState state = new StressedState();
    private PublishedSnapshot snapshot;

    /** A state with one block. */
    public SnapshotOfHeadStress() {
        state.commitNext();
    }

    /**
     * Moves the head on and on: past both its values, and past the version that a snapshot has
     * pinned.
     */
    @Actor
    public void writer() {
        state.moveHead();
        state.moveHead();
        state.commitNext();
        state.moveHead();
        state.moveHead();
    }

    /**
     * Takes a snapshot and looks twice.
     *
     * @param r position, head, head
     */
    @Actor
    public void reader(IIII_Result r) {
        snapshot = state.snapshot();
        r.r1 = (int) snapshot.position();
        r.r2 = StressedState.head(snapshot);
        r.r3 = StressedState.head(snapshot);
    }

    /**
     * Looks once more when the writer is through.
     *
     * @param r head
     */
    @Arbiter
    public void afterwards(IIII_Result r) {
        r.r4 = StressedState.head(snapshot);
    }
}
