package io.strait.engine.snapshot;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A snapshot's head is that of its position, and stays, wherever the snapshot was taken: before the
 * head moved, between the publication of the next root and the seal on this one, or after.
 *
 * <p>Seen to fail on these planted bugs: a root that advances although it is captured ({@code 1, 2,
 * 2, 2}); heads frozen as of the next root ({@code 1, 2, 2, 2}).
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

    /**
     * Moves the head on and on: past both its versions, and past the root that a snapshot has
     * captured.
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
