package io.strait.engine;

import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.hotpath.TaskView;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.StressedState.Command;

/**
 * Two tasks whose cells are of the same size, and what is done to them; made before any test
 * starts. All numbers of a task are equal: 1 in the first, 2 in the second.
 */
public final class StressedTasks {
    private static final Address AVS = Address.of("0xa1");

    /** The first task's id. */
    public static final String FIRST = "first";

    /** The hash of that. */
    public static final int FIRST_HASH = StressedState.KEYS.ofId(FIRST);

    /** The second task's id. */
    public static final String SECOND = "other";

    /** Saves the first task. */
    public static final Command SAVE_FIRST = save(FIRST, 1);

    /** Takes up the first task. */
    public static final Command CLAIM_FIRST = Command.of(new ClaimNextTask(AVS, 10), 1);

    /** Gives the first task back. */
    public static final Command REQUEUE_FIRST = Command.of(new RequeueExpiredLeases(11), 1);

    /** Deletes the first task. */
    public static final Command DELETE_FIRST = Command.of(new DeleteTask(FIRST), 1);

    /** Saves the second task. */
    public static final Command SAVE_SECOND = save(SECOND, 2);

    private StressedTasks() {}

    /** The number of a task, or -9 when its parts are those of several. */
    public static long number(TaskView task) {
        long number = task.deadlineMs();
        boolean isOne = number == task.l1ReferenceBlockNumber() && number == task.createdAtMs();
        return isOne ? number : -9;
    }

    private static Command save(String id, long number) {
        Task task = Task.builder(id, AVS).deadlineMs(number).l1ReferenceBlockNumber(number).build();
        return Command.of(new SaveTask(task), number);
    }
}
