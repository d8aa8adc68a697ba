package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.engine.StressedState;
import io.strait.engine.StressedTasks;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * A task that was found is looked at where it is, while it is deleted and its cell is used at once
 * for another one: each number that the view shows is the first task's, or it refuses. All numbers
 * of a task are equal: 1 in the first, 2 in the second.
 *
 * <p>Seen to fail on this planted bug: memory that is used again without raising the horizon
 * ({@code 2}, {@code -9}).
 */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The first task.")
@Outcome(id = "-2", expect = ACCEPTABLE, desc = "Refused.")
@Outcome(expect = FORBIDDEN, desc = "Parts of both, or the wrong one.")
@State
public class PlacedTaskStress {
    private final StressedState state = new StressedState();
    private final PlacedTask placed =
            new PlacedTask(state.state, new DecodedAddresses(state.state.keys()));

    /** The first task is there, and found. */
    public PlacedTaskStress() {
        state.run(StressedTasks.SAVE_FIRST);
        long position = state.view.position();
        int cell =
                state.state.tasks().findAt(position, StressedTasks.FIRST_HASH, StressedTasks.FIRST);
        placed.moveTo(cell, position);
    }

    /** Deletes the first task, and saves the second in its place. */
    @Actor
    public void writer() {
        state.run(StressedTasks.DELETE_FIRST);
        state.run(StressedTasks.SAVE_SECOND);
    }

    /**
     * Looks at the task.
     *
     * @param r its number, -2 when the view refuses, -9 when its parts differ
     */
    @Actor
    public void reader(J_Result r) {
        try {
            r.r1 = StressedTasks.number(placed);
        } catch (IllegalStateException refused) {
            r.r1 = -2;
        }
    }
}
