package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.ExpiredTasks;
import io.strait.api.domain.Address;
import io.strait.api.domain.Lease;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.LeaseExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Claims under a lease, and what becomes of tasks whose lease has expired. */
public abstract class AggregatorLeaseConformance extends Conformance {

    @Test
    void shouldClaimTheTaskThatWasSavedFirst() {
        for (String id : List.of("c", "a", "b")) {
            aggregator.saveTask(task(id));
        }
        clock.setMs(T0 + 3);
        Optional<TaskRecord> claimed = aggregator.claimNextTask(AVS, T0 + 100);
        assertEquals(
                Optional.of(new TaskRecord(task("c"), TaskStatus.PROCESSING, T0, T0 + 3, T0 + 100)),
                claimed);
        assertEquals(claimed, aggregator.getTaskRecord("c"));
        assertEquals(List.of(task("a"), task("b")), aggregator.listPendingTasks());
        assertEquals("a", aggregator.claimNextTask(AVS, T0 + 3).orElseThrow().id());
        assertEquals("b", aggregator.claimNextTask(AVS, T0 + 3).orElseThrow().id());
    }

    @Test
    void shouldClaimOnlyTasksOfTheAvs() throws Throwable {
        aggregator.saveTask(taskOf(OTHER_AVS, "other"));
        assertChangesNothing(
                () -> assertEquals(Optional.empty(), aggregator.claimNextTask(AVS, T0)));
        aggregator.saveTask(task("mine"));
        assertEquals("mine", aggregator.claimNextTask(AVS, T0).orElseThrow().id());
        assertEquals(List.of(taskOf(OTHER_AVS, "other")), aggregator.listPendingTasks());
    }

    @Test
    void shouldClaimNothingWhenNothingIsPending() throws Throwable {
        aggregator.saveTask(task("t"));
        aggregator.claimNextTask(AVS, T0);
        assertChangesNothing(
                () -> assertEquals(Optional.empty(), aggregator.claimNextTask(AVS, T0)));
        assertChangesNothing(
                () -> assertEquals(Optional.empty(), aggregator.claimNextTask(Address.NONE, T0)));
    }

    @Test
    void shouldPassByTasksWhoseDeadlineHasPassed() throws Throwable {
        aggregator.saveTask(task("late").toBuilder().deadlineMs(T0 - 1).build());
        assertChangesNothing(
                () -> assertEquals(Optional.empty(), aggregator.claimNextTask(AVS, T0)));
        aggregator.saveTask(task("at once").toBuilder().deadlineMs(T0).build());
        aggregator.saveTask(task("whenever"));
        assertEquals("at once", aggregator.claimNextTask(AVS, T0).orElseThrow().id());
        assertEquals("whenever", aggregator.claimNextTask(AVS, T0).orElseThrow().id());
        assertEquals(
                List.of("late"),
                aggregator.listExpiredTasks(T0).stream().map(TaskRecord::id).toList());
    }

    @Test
    void shouldTakeTasksWhoseDeadlineHasPassedIfAsked() {
        aggregator.saveTask(task("late").toBuilder().deadlineMs(0).build());
        TaskRecord claimed =
                aggregator.claimNextTask(AVS, Lease.NONE, ExpiredTasks.TAKE).orElseThrow();
        assertEquals("late", claimed.id());
        assertEquals(TaskRecord.NO_LEASE, claimed.leaseUntilMs());
    }

    @Test
    void shouldPassByATaskThatWasRequeuedTooLate() {
        aggregator.saveTask(task("t").toBuilder().deadlineMs(T0 + 5).build());
        aggregator.claimNextTask(AVS, T0 + 5);
        clock.setMs(T0 + 6);
        assertEquals(1, aggregator.requeueExpiredLeases(T0 + 6).size());
        assertEquals(Optional.empty(), aggregator.claimNextTask(AVS, T0 + 9));
        clock.setMs(T0 + 4); // by this claim's own time it is not too late
        assertEquals("t", aggregator.claimNextTask(AVS, T0 + 9).orElseThrow().id());
    }

    /** Such as one of seconds given for milliseconds; whether or not there is a task. */
    @Test
    void shouldRejectALeaseThatIsOver() {
        for (int i = 0; i < 2; i++) {
            LeaseExpiredException refusal =
                    assertRefused(
                            LeaseExpiredException.class,
                            () -> aggregator.claimNextTask(AVS, T0 / 1_000 + 30));
            assertEquals(T0 / 1_000 + 30, refusal.leaseUntilMs());
            assertEquals(T0, refusal.nowMs());
            assertRefused(LeaseExpiredException.class, () -> aggregator.claimNextTask(AVS, T0 - 1));
            aggregator.saveTask(task("t" + i));
        }
        assertEquals(T0, aggregator.claimNextTask(AVS, T0).orElseThrow().leaseUntilMs());
    }

    @Test
    void shouldCountALeaseFromTheClaimsOwnTime() {
        aggregator.saveTask(task("a"));
        aggregator.saveTask(task("b"));
        aggregator.saveTask(task("c"));
        clock.setMs(T0 + 3);
        assertEquals(
                T0 + 33,
                aggregator.claimNextTask(AVS, Duration.ofMillis(30)).orElseThrow().leaseUntilMs());
        assertEquals(
                T0 + 44,
                aggregator
                        .claimNextTask(AVS, Instant.ofEpochMilli(T0 + 44))
                        .orElseThrow()
                        .leaseUntilMs());
        clock.setMs(Long.MAX_VALUE - 5);
        assertEquals(
                TaskRecord.NO_LEASE,
                aggregator.claimNextTask(AVS, Duration.ofSeconds(1)).orElseThrow().leaseUntilMs());
        List<TaskRecord> requeued = aggregator.requeueExpiredLeases(Instant.ofEpochMilli(T0 + 34));
        assertEquals(List.of("a"), requeued.stream().map(TaskRecord::id).toList());
        assertEquals(List.of(), aggregator.listExpiredTasks(Instant.ofEpochMilli(T0 + 34)));
    }

    @Test
    void shouldRequeueOnlyLeasesThatHaveExpired() throws Throwable {
        aggregator.saveTask(task("t"));
        aggregator.claimNextTask(AVS, T0 + 10);
        assertChangesNothing(
                () -> assertEquals(List.of(), aggregator.requeueExpiredLeases(T0 + 10)));
        clock.setMs(T0 + 50);
        List<TaskRecord> requeued = aggregator.requeueExpiredLeases(T0 + 11);
        assertEquals(
                List.of(
                        new TaskRecord(
                                task("t"), TaskStatus.PENDING, T0, T0 + 50, TaskRecord.NO_LEASE)),
                requeued);
        assertEquals(Optional.of(requeued.get(0)), aggregator.getTaskRecord("t"));
        assertChangesNothing(
                () -> assertEquals(List.of(), aggregator.requeueExpiredLeases(T0 + 11)));
    }

    @Test
    void shouldRequeueEachTaskToItsOldPlace() {
        for (String id : List.of("a", "b", "c", "d")) {
            aggregator.saveTask(task(id));
        }
        aggregator.claimNextTask(AVS, T0 + 2); // a
        aggregator.claimNextTask(AVS, T0 + 9); // b
        aggregator.claimNextTask(AVS, T0 + 1); // c
        List<String> ids =
                aggregator.requeueExpiredLeases(T0 + 5).stream().map(TaskRecord::id).toList();
        assertEquals(List.of("a", "c"), ids);
        assertEquals(List.of(task("a"), task("c"), task("d")), aggregator.listPendingTasks());
        assertEquals(
                List.of(task("a"), task("c"), task("d")), aggregator.listPendingTasksForAvs(AVS));
        assertEquals("a", aggregator.claimNextTask(AVS, T0).orElseThrow().id());
    }

    @Test
    void shouldRequeueTasksOfAllAvss() {
        aggregator.saveTask(task("a"));
        aggregator.saveTask(taskOf(OTHER_AVS, "b"));
        aggregator.claimNextTask(OTHER_AVS, T0);
        aggregator.claimNextTask(AVS, T0);
        assertEquals(2, aggregator.requeueExpiredLeases(T0 + 1).size());
        assertEquals(List.of(task("a"), taskOf(OTHER_AVS, "b")), aggregator.listPendingTasks());
    }

    @Test
    void shouldNeverRequeueATaskWithoutALease() {
        aggregator.saveTask(task("claimed"));
        aggregator.saveTask(task("updated"));
        aggregator.claimNextTask(AVS, TaskRecord.NO_LEASE);
        aggregator.updateTaskStatus("updated", TaskStatus.PROCESSING);
        assertEquals(List.of(), aggregator.requeueExpiredLeases(Long.MAX_VALUE));
        assertEquals(2, aggregator.countTasks(TaskStatus.PROCESSING));
    }

    @Test
    void shouldHaveNoLeaseOnceFinished() {
        aggregator.saveTask(task("t"));
        aggregator.claimNextTask(AVS, T0);
        TaskRecord completed = aggregator.updateTaskStatus("t", TaskStatus.COMPLETED);
        assertEquals(TaskRecord.NO_LEASE, completed.leaseUntilMs());
        assertEquals(List.of(), aggregator.requeueExpiredLeases(Long.MAX_VALUE));
    }

    @Test
    void shouldRejectCompletingATaskThatWentBackToPending() {
        aggregator.saveTask(task("t"));
        aggregator.claimNextTask(AVS, T0);
        aggregator.requeueExpiredLeases(T0 + 1);
        assertRefused(
                InvalidTransitionException.class,
                () -> aggregator.updateTaskStatus("t", TaskStatus.COMPLETED));
    }

    @Test
    void shouldAcceptLeasesAtTheEndsOfTime() {
        aggregator.saveTask(task("a"));
        aggregator.saveTask(task("b"));
        clock.setMs(0);
        aggregator.claimNextTask(AVS, 0);
        aggregator.claimNextTask(AVS, Long.MAX_VALUE - 1);
        assertEquals(List.of(), aggregator.requeueExpiredLeases(0));
        assertEquals(1, aggregator.requeueExpiredLeases(Long.MAX_VALUE - 1).size());
        assertEquals(1, aggregator.requeueExpiredLeases(Long.MAX_VALUE).size());
    }

    @Test
    void shouldNotFreeRoomByClaimingOrRequeueing() {
        useLimits(limits -> limits.maxTasks(1));
        aggregator.saveTask(task("t"));
        aggregator.claimNextTask(AVS, T0);
        assertRefused(CapacityExceededException.class, () -> aggregator.saveTask(task("u")));
        aggregator.requeueExpiredLeases(T0 + 1);
        assertRefused(CapacityExceededException.class, () -> aggregator.saveTask(task("u")));
    }
}
