package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Task;
import io.strait.engine.StressedState;
import io.strait.engine.StressedTasks;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A snapshot is taken while a task is deleted and its cell is used at once for another one: the
 * snapshot shows the tasks of its position, looked up and listed.
 *
 * <p>Seen to fail on these planted bugs: memory that is used again in the batch that lets it go,
 * and pins that keep no cell ({@code 1, -1, 0}, {@code 1, 1, 0} and exceptions, both).
 */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The first task.")
@Outcome(id = "2, -1, 0", expect = ACCEPTABLE, desc = "It is deleted.")
@Outcome(id = "3, -1, 2", expect = ACCEPTABLE, desc = "There is another one.")
@Outcome(expect = FORBIDDEN, desc = "The wrong one, or none.")
@State
public class SnapshotOfReuseStress {
    private final StressedState state = new StressedState();

    /** The first task is there. */
    public SnapshotOfReuseStress() {
        state.run(StressedTasks.SAVE_FIRST);
    }

    /** Deletes the first task, and saves the second in its place. */
    @Actor
    public void writer() {
        state.run(StressedTasks.DELETE_FIRST);
        state.run(StressedTasks.SAVE_SECOND);
    }

    /**
     * Takes a snapshot and looks at all of it.
     *
     * @param r the position; the number of the first task, -1 when it is deleted; the sum of the
     *     numbers of the pending ones
     */
    @Actor
    public void reader(III_Result r) {
        PublishedSnapshot snapshot = state.snapshot();
        AggregatorView view = snapshot.aggregator();
        r.r1 = (int) snapshot.position();
        r.r2 = (int) (long) view.getTask(StressedTasks.FIRST).map(Task::deadlineMs).orElse(-1L);
        for (Task task : view.listPendingTasks()) {
            r.r3 += (int) task.deadlineMs();
        }
    }
}
