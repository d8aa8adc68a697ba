package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.engine.StressedState;
import io.strait.engine.StressedTasks;
import io.strait.engine.state.TaskTable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * A task is deleted, and its cell is used at once for another one, while a live reader copies it.
 * All numbers of a task are equal: 1 in the first, 2 in the second.
 */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The first task.")
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "It is deleted.")
@Outcome(id = "-2", expect = ACCEPTABLE, desc = "Invalidated.")
@Outcome(expect = FORBIDDEN, desc = "Parts of both, or the wrong one.")
@State
public class TaskReuseStress {
    private final StressedState state = new StressedState();
    private final CopiedTask copy = new CopiedTask(state.state);

    /** The first task is there. */
    public TaskReuseStress() {
        state.run(StressedTasks.SAVE_FIRST);
    }

    /** Deletes the first task, and saves the second in its place. */
    @Actor
    public void writer() {
        state.run(StressedTasks.DELETE_FIRST);
        state.run(StressedTasks.SAVE_SECOND);
    }

    /**
     * Reads the first task.
     *
     * @param r its number, -1 when it is deleted, -2 when the reader was invalidated, -9 when its
     *     parts differ
     */
    @Actor
    public void reader(J_Result r) {
        long position = state.view.position();
        long number = read(position);
        r.r1 = state.view.validate(position) ? number : -2;
    }

    private long read(long position) {
        try {
            TaskTable tasks = state.state.tasks();
            int cell = tasks.findAt(position, StressedTasks.FIRST_HASH, StressedTasks.FIRST);
            if (!copy.copy(cell, position)) {
                return -1;
            }
            copy.show();
            return StressedTasks.number(copy);
        } catch (RuntimeException invalidated) {
            return -9;
        }
    }
}
