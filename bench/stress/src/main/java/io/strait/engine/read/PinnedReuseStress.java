package io.strait.engine.read;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.StressedState;
import io.strait.engine.StressedTasks;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A snapshot is held and read while the task that it shows moves to another cell and is deleted,
 * and that other cell is used at once for another task: the snapshot always shows its own task,
 * looked up and listed.
 */
@JCStressTest
@Outcome(id = "1, 1, 1, 1", expect = ACCEPTABLE, desc = "The task of the snapshot.")
@Outcome(expect = FORBIDDEN, desc = "Another one, or none.")
@State
public class PinnedReuseStress {
    private final StressedState state = new StressedState();
    private final PublishedSnapshot snapshot;

    /** A snapshot of a task that was in work before, so that its next state needs another cell. */
    public PinnedReuseStress() {
        state.run(StressedTasks.SAVE_FIRST);
        state.run(StressedTasks.CLAIM_FIRST);
        state.run(StressedTasks.REQUEUE_FIRST);
        snapshot = state.snapshot();
    }

    /** Moves the task to another cell, deletes it, and saves another one there. */
    @Actor
    public void writer() {
        state.run(StressedTasks.CLAIM_FIRST);
        state.run(StressedTasks.DELETE_FIRST);
        state.run(StressedTasks.SAVE_SECOND);
    }

    /**
     * Reads the snapshot.
     *
     * @param r 1 if the task is found and pending, its number, the sum of the numbers of the
     *     pending ones, how many these are
     */
    @Actor
    public void reader(IIII_Result r) {
        AggregatorView view = snapshot.aggregator();
        List<Task> pending = view.listPendingTasks();
        for (Task task : pending) {
            r.r3 += (int) task.deadlineMs();
        }
        TaskRecord found = view.getTaskRecord(StressedTasks.FIRST).orElse(null);
        if (found != null) {
            r.r1 = found.status() == TaskStatus.PENDING ? 1 : 0;
            r.r2 = (int) found.task().deadlineMs();
        }
        r.r4 = view.countTasks(TaskStatus.PENDING);
    }
}
