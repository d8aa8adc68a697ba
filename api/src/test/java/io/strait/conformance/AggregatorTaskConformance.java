package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ResultCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Saving, moving, deleting and listing tasks. */
public abstract class AggregatorTaskConformance extends Conformance {

    @Test
    void shouldSaveATaskAsPending() {
        Task task =
                task("t").toBuilder()
                        .operatorSetId(0xFFFF_FFFFL)
                        .callbackAddress(OTHER_AVS)
                        .deadlineMs(T0 + 5)
                        .thresholdBps(10_000)
                        .chainId(-1)
                        .sourceBlockNumber(Long.MAX_VALUE)
                        .l1ReferenceBlockNumber(Long.MAX_VALUE)
                        .referenceTimestamp(0xFFFF_FFFFL)
                        .blockHash("0xAB")
                        .version(0xFFFF_FFFFL)
                        .build();
        aggregator.saveTask(task);
        assertEquals(Optional.of(task), aggregator.getTask("t"));
        assertEquals(
                Optional.of(new TaskRecord(task, TaskStatus.PENDING, T0, T0, TaskRecord.NO_LEASE)),
                aggregator.getTaskRecord("t"));
        assertEquals(List.of(task), aggregator.listPendingTasks());
    }

    @Test
    void shouldFindNoTaskThatWasNotSaved() {
        aggregator.saveTask(task("t"));
        assertEquals(Optional.empty(), aggregator.getTask("T"));
        assertEquals(Optional.empty(), aggregator.getTask("t "));
        assertEquals(Optional.empty(), aggregator.getTaskRecord("tt"));
        assertEquals(List.of(), aggregator.listPendingTasksForAvs(OTHER_AVS));
    }

    @Test
    void shouldRejectATaskThatExistsInWhateverStatus() {
        for (TaskStatus status : TaskStatus.values()) {
            saveIn(status, "t-" + status);
            AlreadyExistsException refusal =
                    assertRefused(
                            AlreadyExistsException.class,
                            () -> aggregator.saveTask(taskOf(OTHER_AVS, "t-" + status)));
            assertEquals("t-" + status, refusal.id());
            assertEquals(ResultCode.ALREADY_EXISTS, refusal.code());
        }
    }

    @Test
    void shouldAllowExactlyTheDocumentedTransitions() {
        Map<TaskStatus, Set<TaskStatus>> allowed = new EnumMap<>(TaskStatus.class);
        allowed.put(TaskStatus.PENDING, Set.of(TaskStatus.PROCESSING, TaskStatus.FAILED));
        allowed.put(TaskStatus.PROCESSING, Set.of(TaskStatus.COMPLETED, TaskStatus.FAILED));
        allowed.put(TaskStatus.COMPLETED, Set.of());
        allowed.put(TaskStatus.FAILED, Set.of());
        for (TaskStatus from : TaskStatus.values()) {
            for (TaskStatus to : TaskStatus.values()) {
                String id = from + "-" + to;
                saveIn(from, id);
                if (allowed.get(from).contains(to)) {
                    assertEquals(to, aggregator.updateTaskStatus(id, to).status());
                } else {
                    InvalidTransitionException refusal =
                            assertRefused(
                                    InvalidTransitionException.class,
                                    () -> aggregator.updateTaskStatus(id, to));
                    assertEquals(from.name(), refusal.from());
                    assertEquals(to.name(), refusal.to());
                    assertEquals(ResultCode.INVALID_TRANSITION, refusal.code());
                }
            }
        }
    }

    @Test
    void shouldRejectCompletedFromPending() {
        aggregator.saveTask(task("t"));
        InvalidTransitionException refusal =
                assertRefused(
                        InvalidTransitionException.class,
                        () -> aggregator.updateTaskStatus("t", TaskStatus.COMPLETED));
        assertEquals("taskId=t cannot go from PENDING to COMPLETED", refusal.getMessage());
    }

    @Test
    void shouldReturnAndStoreTheRecordOfEachStep() {
        aggregator.saveTask(task("t"));
        clock.setMs(T0 + 10);
        TaskRecord processing = aggregator.updateTaskStatus("t", TaskStatus.PROCESSING);
        assertEquals(
                new TaskRecord(task("t"), TaskStatus.PROCESSING, T0, T0 + 10, TaskRecord.NO_LEASE),
                processing);
        assertEquals(Optional.of(processing), aggregator.getTaskRecord("t"));
        clock.setMs(T0 - 10); // a clock may go back: what it shows is what is stored
        TaskRecord completed = aggregator.updateTaskStatus("t", TaskStatus.COMPLETED);
        assertEquals(
                new TaskRecord(task("t"), TaskStatus.COMPLETED, T0, T0 - 10, TaskRecord.NO_LEASE),
                completed);
        assertEquals(Optional.of(completed), aggregator.getTaskRecord("t"));
        assertEquals(List.of(), aggregator.listPendingTasks());
    }

    @Test
    void shouldRejectUpdatingOrDeletingAnUnknownTask() {
        NotFoundException refusal =
                assertRefused(
                        NotFoundException.class,
                        () -> aggregator.updateTaskStatus("none", TaskStatus.PENDING));
        assertEquals("none", refusal.id());
        assertEquals("taskId=none does not exist", refusal.getMessage());
        assertRefused(NotFoundException.class, () -> aggregator.deleteTask("none"));
    }

    @Test
    void shouldDeleteATaskInWhateverStatus() {
        for (TaskStatus status : TaskStatus.values()) {
            saveIn(status, "t");
            aggregator.deleteTask("t");
            assertEquals(Optional.empty(), aggregator.getTaskRecord("t"));
            assertEquals(0, aggregator.countTasks(status));
            assertRefused(NotFoundException.class, () -> aggregator.deleteTask("t"));
        }
    }

    @Test
    void shouldListTasksInTheOrderInWhichTheyWereSaved() {
        for (String id : List.of("c", "a", "d", "b", "e")) {
            aggregator.saveTask(task(id));
        }
        for (String id : List.of("b", "c", "e")) {
            aggregator.updateTaskStatus(id, TaskStatus.PROCESSING);
        }
        assertEquals(List.of("c", "b", "e"), idsOf(TaskStatus.PROCESSING));
        assertEquals(List.of("a", "d"), idsOf(TaskStatus.PENDING));
        for (String id : List.of("e", "c")) {
            aggregator.updateTaskStatus(id, TaskStatus.COMPLETED);
        }
        assertEquals(List.of("c", "e"), idsOf(TaskStatus.COMPLETED));
        aggregator.deleteTask("a");
        aggregator.saveTask(task("a"));
        assertEquals(List.of("d", "a"), idsOf(TaskStatus.PENDING));
    }

    @Test
    void shouldCountTasksByStatus() {
        for (TaskStatus status : TaskStatus.values()) {
            assertEquals(0, aggregator.countTasks(status));
            for (int i = 0; i <= status.ordinal(); i++) {
                saveIn(status, status + "-" + i);
            }
        }
        for (TaskStatus status : TaskStatus.values()) {
            assertEquals(status.ordinal() + 1, aggregator.countTasks(status));
        }
    }

    @Test
    void shouldListPendingTasksOfOneAvs() {
        aggregator.saveTask(taskOf(OTHER_AVS, "x"));
        aggregator.saveTask(task("b"));
        aggregator.saveTask(taskOf(OTHER_AVS, "y"));
        aggregator.saveTask(task("a"));
        assertEquals(List.of(task("b"), task("a")), aggregator.listPendingTasksForAvs(AVS));
        aggregator.updateTaskStatus("x", TaskStatus.PROCESSING);
        assertEquals(List.of(taskOf(OTHER_AVS, "y")), aggregator.listPendingTasksForAvs(OTHER_AVS));
    }

    @Test
    void shouldListTasksPastTheirDeadline() {
        for (TaskStatus status : TaskStatus.values()) {
            saveIn(status, task("due-" + status).toBuilder().deadlineMs(T0).build());
        }
        aggregator.saveTask(task("later").toBuilder().deadlineMs(T0 + 1).build());
        aggregator.saveTask(task("never"));
        assertEquals(List.of(), idsOf(aggregator.listExpiredTasks(T0)));
        assertEquals(
                List.of("due-PENDING", "due-PROCESSING"),
                idsOf(aggregator.listExpiredTasks(T0 + 1)));
        assertEquals(
                List.of("due-PENDING", "due-PROCESSING", "later"),
                idsOf(aggregator.listExpiredTasks(Long.MAX_VALUE)));
    }

    @Test
    void shouldRejectMoreActiveTasksThanTheLimit() {
        useLimits(limits -> limits.maxTasks(2));
        saveIn(TaskStatus.COMPLETED, "completed");
        saveIn(TaskStatus.FAILED, "failed");
        saveIn(TaskStatus.PENDING, "pending");
        saveIn(TaskStatus.PROCESSING, "processing");
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class, () -> aggregator.saveTask(task("more")));
        assertEquals("maxTasks", refusal.limit());
        assertEquals(2, refusal.value());
        assertRefused(AlreadyExistsException.class, () -> aggregator.saveTask(task("failed")));
        aggregator.updateTaskStatus("processing", TaskStatus.COMPLETED);
        aggregator.saveTask(task("more"));
        aggregator.deleteTask("pending");
        aggregator.saveTask(task("even more"));
        assertRefused(CapacityExceededException.class, () -> aggregator.saveTask(task("x")));
    }

    private void saveIn(TaskStatus status, String id) {
        saveIn(status, task(id));
    }

    private List<String> idsOf(TaskStatus status) {
        return idsOf(aggregator.listTasks(status));
    }

    private static List<String> idsOf(List<TaskRecord> records) {
        return records.stream().map(TaskRecord::id).toList();
    }
}
