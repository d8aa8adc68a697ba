package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bounded history of completed and failed tasks. */
public abstract class AggregatorFinishedTaskConformance extends Conformance {

    @Test
    void shouldKeepTheTasksThatFinishedLast() {
        useLimits(limits -> limits.maxFinishedTasks(2));
        save("a", "b", "c");
        complete("c");
        complete("a");
        complete("b");
        assertEquals(List.of("a", "b"), idsOf(TaskStatus.COMPLETED));
        assertEquals(Optional.empty(), aggregator.getTask("c"));
        assertEquals(Optional.empty(), aggregator.getTaskRecord("c"));
    }

    @Test
    void shouldCountCompletedAndFailedTasksTogether() {
        useLimits(limits -> limits.maxFinishedTasks(2));
        save("a", "b", "c", "d");
        complete("a");
        aggregator.updateTaskStatus("b", TaskStatus.FAILED); // from pending
        aggregator.updateTaskStatus("c", TaskStatus.PROCESSING);
        aggregator.updateTaskStatus("c", TaskStatus.FAILED);
        assertEquals(List.of(), idsOf(TaskStatus.COMPLETED));
        assertEquals(List.of("b", "c"), idsOf(TaskStatus.FAILED));
        complete("d");
        assertEquals(List.of("d"), idsOf(TaskStatus.COMPLETED));
        assertEquals(List.of("c"), idsOf(TaskStatus.FAILED));
    }

    @Test
    void shouldKeepNoneWhenTheHistoryIsSwitchedOff() {
        useLimits(limits -> limits.maxFinishedTasks(0));
        save("a");
        aggregator.claimNextTask(AVS, T0);
        clock.setMs(T0 + 1);
        assertEquals(
                new TaskRecord(task("a"), TaskStatus.COMPLETED, T0, T0 + 1, TaskRecord.NO_LEASE),
                aggregator.updateTaskStatus("a", TaskStatus.COMPLETED));
        assertEquals(Optional.empty(), aggregator.getTask("a"));
        assertEquals(0, aggregator.countTasks(TaskStatus.COMPLETED));
        save("a");
        assertEquals(List.of("a"), idsOf(TaskStatus.PENDING));
    }

    @Test
    void shouldForgetTheIdOfADroppedTask() {
        useLimits(limits -> limits.maxFinishedTasks(1));
        save("a", "b");
        complete("a");
        complete("b");
        assertRefused(NotFoundException.class, () -> aggregator.deleteTask("a"));
        save("a");
        assertEquals(List.of("a"), idsOf(TaskStatus.PENDING));
        complete("a");
        assertEquals(List.of("a"), idsOf(TaskStatus.COMPLETED));
    }

    @Test
    void shouldMakeRoomInTheHistoryByDeleting() {
        useLimits(limits -> limits.maxFinishedTasks(2));
        save("a", "b", "c");
        complete("a");
        complete("b");
        aggregator.deleteTask("b");
        complete("c");
        assertEquals(List.of("a", "c"), idsOf(TaskStatus.COMPLETED));
    }

    @Test
    void shouldNotDropATaskThatWasDeletedAndSavedAgain() {
        useLimits(limits -> limits.maxFinishedTasks(2));
        save("a", "b", "c");
        complete("a");
        aggregator.deleteTask("a");
        save("a");
        complete("b");
        complete("c");
        assertEquals(List.of("a"), idsOf(TaskStatus.PENDING));
        complete("a");
        assertEquals(List.of("c", "a"), idsOf(TaskStatus.COMPLETED));
    }

    @Test
    void shouldMakeRoomInTheHistoryByRollingBack() {
        useLimits(limits -> limits.maxFinishedTasks(2));
        aggregator.commitBlock(block(1), List.of(taskIn(block(1), "old")), 0);
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "x"), taskIn(block(2), "y")), 0);
        complete("x");
        complete("old");
        aggregator.rollbackTo(Samples.CHAIN, 1);
        save("a");
        complete("a");
        assertEquals(List.of("old", "a"), idsOf(TaskStatus.COMPLETED));
    }

    @Test
    void shouldKeepActiveTasksOutOfTheHistory() {
        useLimits(limits -> limits.maxFinishedTasks(1));
        save("a", "b", "c", "d");
        aggregator.updateTaskStatus("a", TaskStatus.PROCESSING);
        for (String id : List.of("c", "d")) {
            complete(id);
        }
        assertEquals(List.of("b"), idsOf(TaskStatus.PENDING));
        assertEquals(List.of("a"), idsOf(TaskStatus.PROCESSING));
        assertEquals(List.of("d"), idsOf(TaskStatus.COMPLETED));
    }

    @Test
    void shouldStayBoundedUnderChurn() {
        useLimits(limits -> limits.maxFinishedTasks(10).maxTasks(1));
        for (int i = 0; i < 500; i++) {
            save("t" + i);
            complete("t" + i);
        }
        assertEquals(10, aggregator.countTasks(TaskStatus.COMPLETED));
        assertEquals("t490", idsOf(TaskStatus.COMPLETED).get(0));
    }

    private void save(String... ids) {
        for (String id : ids) {
            aggregator.saveTask(task(id));
        }
    }

    private void complete(String id) {
        aggregator.updateTaskStatus(id, TaskStatus.PROCESSING);
        aggregator.updateTaskStatus(id, TaskStatus.COMPLETED);
    }

    private List<String> idsOf(TaskStatus status) {
        return aggregator.listTasks(status).stream().map(TaskRecord::id).toList();
    }
}
