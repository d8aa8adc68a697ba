package io.strait.conformance;

import static io.strait.api.ExecutorStore.MAX_FORGOTTEN_PER_WRITE;
import static io.strait.conformance.Samples.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The memory of processed tasks is bounded by count and by age. */
public abstract class ExecutorRetentionConformance extends Conformance {
    private static final long RETENTION_MS = 100;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    @Test
    void shouldForgetTheTaskThatWasDoneLongestAgoToMakeRoom() {
        useLimits(limits -> limits.maxProcessedTasks(3));
        executor.beginTask("running");
        executor.markTaskProcessed("old");
        executor.markTaskProcessed("new");
        assertEquals(TaskBegin.FIRST, executor.beginTask("x"));
        assertEquals(List.of("running", "new", "x"), ids());
        executor.markTaskProcessed("y");
        assertEquals(List.of("running", "x", "y"), ids());
        assertFalse(executor.isTaskProcessed("old"));
    }

    @Test
    void shouldOrderDoneTasksByWhenTheyWereDone() {
        useLimits(limits -> limits.maxProcessedTasks(2));
        executor.beginTask("a");
        executor.markTaskProcessed("b");
        clock.setMs(T0 - 50); // the order counts, not the clock
        executor.finishTask("a", Bytes.EMPTY);
        executor.beginTask("c");
        assertEquals(List.of("a", "c"), ids());
    }

    @Test
    void shouldRejectANewTaskWhenAllAreRunning() {
        useLimits(limits -> limits.maxProcessedTasks(2));
        executor.beginTask("a");
        executor.beginTask("b");
        CapacityExceededException refusal =
                assertRefused(CapacityExceededException.class, () -> executor.beginTask("c"));
        assertEquals("maxProcessedTasks", refusal.limit());
        assertEquals(2, refusal.value());
        assertRefused(CapacityExceededException.class, () -> executor.markTaskProcessed("c"));
    }

    @Test
    void shouldAnswerForKnownTasksWhenAllAreRunning() {
        useLimits(limits -> limits.maxProcessedTasks(1));
        executor.beginTask("a");
        assertEquals(TaskBegin.ALREADY_RUNNING, executor.beginTask("a"));
        executor.markTaskProcessed("a");
        assertEquals(TaskBegin.FIRST, executor.beginTask("b"));
        assertEquals(Optional.empty(), executor.getProcessedTask("a"));
        executor.abandonTask("b");
        executor.markTaskProcessed("c");
        assertEquals(List.of("c"), ids());
    }

    @Test
    void shouldForgetByAgeOnlyAfterTheRetention() {
        useRetention();
        executor.beginTask("running");
        executor.markTaskProcessed("done");
        clock.setMs(T0 + RETENTION_MS);
        executor.markTaskProcessed("probe");
        assertEquals(List.of("running", "done", "probe"), ids());
        clock.setMs(T0 + RETENTION_MS + 1);
        executor.markTaskProcessed("probe2");
        assertEquals(List.of("probe", "probe2"), ids());
    }

    @Test
    void shouldForgetByAgeInWritesOnly() {
        useRetention();
        executor.markTaskProcessed("t");
        clock.setMs(T0 + 10 * RETENTION_MS);
        assertTrue(executor.isTaskProcessed("t"));
        executor.saveInflightTask(Samples.inflight("another kind of write"));
        assertEquals(List.of("t"), ids());
    }

    @Test
    void shouldCountAgeFromTheLastChange() {
        useRetention();
        executor.beginTask("t");
        clock.setMs(T0 + RETENTION_MS);
        executor.finishTask("t", Bytes.EMPTY);
        clock.setMs(T0 + 2 * RETENTION_MS);
        executor.beginTask("other");
        assertTrue(executor.isTaskProcessed("t"));
    }

    @Test
    void shouldForgetInEachOfTheFourWrites() {
        useRetention();
        executor.markTaskProcessed("old");
        clock.setMs(T0 + RETENTION_MS + 1);
        executor.beginTask("a");
        assertEquals(List.of("a"), ids());
        ageBy(60);
        executor.beginTask("b");
        ageBy(60);
        executor.finishTask("b", Bytes.EMPTY);
        assertEquals(List.of("b"), ids());
        ageBy(60);
        executor.beginTask("c");
        ageBy(60);
        executor.abandonTask("c");
        assertEquals(List.of(), ids());
        executor.markTaskProcessed("d");
        ageBy(101);
        executor.markTaskProcessed("e");
        assertEquals(List.of("e"), ids());
    }

    @Test
    void shouldForgetAlsoWhenTheWriteAddsNothing() {
        useRetention();
        executor.markTaskProcessed("old");
        ageBy(60);
        executor.beginTask("running");
        executor.markTaskProcessed("done");
        ageBy(60);
        assertEquals(TaskBegin.ALREADY_RUNNING, executor.beginTask("running"));
        assertEquals(List.of("running", "done"), ids());
    }

    @Test
    void shouldJudgeAWriteAfterForgetting() {
        useRetention();
        executor.beginTask("running");
        executor.markTaskProcessed("done");
        ageBy(RETENTION_MS + 1);
        assertRefused(NotFoundException.class, () -> executor.finishTask("running", Bytes.EMPTY));
        assertRefused(NotFoundException.class, () -> executor.abandonTask("running"));
        // a refused write changes nothing, so it did not forget either
        assertEquals(List.of("running", "done"), ids());
        assertEquals(TaskBegin.FIRST, executor.beginTask("done"));
        assertEquals(TaskBegin.FIRST, executor.beginTask("running"));
        assertEquals(List.of("done", "running"), ids());
    }

    /** So that nobody waits for long; what is left is forgotten, though reads still show it. */
    @Test
    void shouldForgetABoundedNumberWithEachWrite() {
        useRetention();
        for (int i = 0; i < 2 * MAX_FORGOTTEN_PER_WRITE + 10; i++) {
            executor.markTaskProcessed("done" + i);
        }
        for (int i = 0; i < MAX_FORGOTTEN_PER_WRITE + 10; i++) {
            executor.beginTask("running" + i);
        }
        ageBy(RETENTION_MS + 1);
        executor.markTaskProcessed("a");
        assertEquals(MAX_FORGOTTEN_PER_WRITE + 10 + 10 + 1, ids().size());
        String running = "running" + (MAX_FORGOTTEN_PER_WRITE + 9);
        assertRefused(NotFoundException.class, () -> executor.finishTask(running, Bytes.EMPTY));
        assertEquals(TaskBegin.FIRST, executor.beginTask(running));
        String done = "done" + (2 * MAX_FORGOTTEN_PER_WRITE + 9);
        assertEquals(List.of(done, "a", running), ids().subList(9, 12));
        assertEquals(TaskBegin.FIRST, executor.beginTask(done));
        assertEquals(List.of("a", running, done), ids());
    }

    @Test
    void shouldForgetByAgeBeforeMakingRoom() {
        useLimits(
                limits ->
                        limits.maxProcessedTasks(2)
                                .processedTaskRetention(Duration.ofMillis(RETENTION_MS)));
        executor.beginTask("stuck");
        ageBy(60);
        executor.markTaskProcessed("done");
        ageBy(60);
        executor.beginTask("new");
        assertEquals(List.of("done", "new"), ids());
    }

    @Test
    void shouldForgetRunningAndDoneTasksAlike() {
        useRetention();
        executor.beginTask("old running");
        executor.markTaskProcessed("old done");
        clock.setMs(T0 - 50); // the clock goes back a little: no time passes until it has caught up
        executor.beginTask("running");
        executor.markTaskProcessed("done");
        clock.setMs(T0 + RETENTION_MS);
        executor.markTaskProcessed("young");
        clock.setMs(T0 + RETENTION_MS + 1);
        executor.markTaskProcessed("probe");
        assertEquals(List.of("young", "probe"), ids());
    }

    @Test
    void shouldForgetNothingForAClockThatIsWrongOnce() {
        for (long wrongByMs : List.of(DAY_MS, -DAY_MS, 365 * DAY_MS, -365 * DAY_MS)) {
            List<String> remembered = rememberAThousand();
            clock.setMs(clock.millis() + wrongByMs);
            executor.markTaskProcessed("at a wrong time");
            assertEquals(remembered.size() + 1, ids().size(), "wrong by " + wrongByMs);
            clock.setMs(clock.millis() - wrongByMs);
            executor.markTaskProcessed("at the right time");
            executor.markTaskProcessed("and again");
            assertEquals(remembered, ids().subList(0, 1_000), "wrong by " + wrongByMs);
            ageBy(1);
            passADay();
            // What came at a wrong time ages like all else.
            assertEquals(List.of(), ids().stream().filter(id -> !id.equals("tick")).toList());
        }
    }

    @Test
    void shouldForgetLittleForAClockThatIsWrongForLong() {
        for (long wrongByMs : List.of(DAY_MS, -DAY_MS, 365 * DAY_MS, -365 * DAY_MS)) {
            List<String> remembered = rememberAThousand();
            clock.setMs(clock.millis() + wrongByMs);
            for (int i = 0; i < 100; i++) {
                executor.beginTask("wrong " + i);
            }
            clock.setMs(clock.millis() - wrongByMs);
            for (int i = 0; i < 100; i++) {
                executor.beginTask("right " + i);
            }
            assertEquals(remembered, ids().subList(0, 1_000), "wrong by " + wrongByMs);
            passADay();
            assertEquals(List.of("tick"), ids().stream().distinct().toList());
        }
    }

    /** Nor does it stop ageing when a clock keeps leaping. */
    @Test
    void shouldForgetAtLastWhileTheClockLeapsBothWays() {
        List<String> remembered = rememberAThousand();
        for (int i = 0; i < 5; i++) {
            clock.setMs(T0 + (i % 2 == 0 ? 3 : -3) * DAY_MS);
            executor.markTaskProcessed("a");
            executor.markTaskProcessed("b");
        }
        assertEquals(remembered, ids().subList(0, 1_000));
        passADay();
        assertEquals(List.of("tick"), ids());
    }

    /** A pause counts, but as an eighth of the retention: nobody knows it from a wrong clock. */
    @Test
    void shouldCountALongPauseAsAnEighth() {
        List<String> remembered = rememberAThousand();
        for (int i = 0; i < 8; i++) {
            ageBy(10 * DAY_MS);
            executor.markTaskProcessed("tick");
            executor.markTaskProcessed("tock");
        }
        assertEquals(remembered, ids().subList(0, 1_000));
        ageBy(1);
        executor.markTaskProcessed("probe");
        executor.markTaskProcessed("probe"); // they are one more than go with one write
        assertEquals(List.of("tock", "probe"), ids());
    }

    /** Or a memory that is full of running tasks would stay full. */
    @Test
    void shouldLetTimePassWithRefusedWritesToo() {
        useLimits(limits -> limits.maxProcessedTasks(1));
        executor.beginTask("stuck");
        for (int i = 0; i < 8; i++) {
            ageBy(10 * DAY_MS);
            assertRefused(CapacityExceededException.class, () -> executor.beginTask("next"));
            assertRefused(CapacityExceededException.class, () -> executor.beginTask("next"));
        }
        ageBy(1);
        assertEquals(TaskBegin.FIRST, executor.beginTask("next"));
    }

    @Test
    void shouldLetTimePassWithEveryWriteThatKeepsItsTime() {
        useLimits(limits -> limits.processedTaskRetention(Duration.ofDays(1)));
        executor.markTaskProcessed("old");
        for (int i = 0; i < 25; i++) {
            ageBy(DAY_MS / 24);
            aggregator.claimNextTask(Samples.AVS, Long.MAX_VALUE);
        }
        executor.markTaskProcessed("new");
        assertEquals(List.of("new"), ids());
    }

    @Test
    void shouldKeepWhatComesFromTheFuture() {
        useRetention();
        clock.setMs(Long.MAX_VALUE);
        executor.markTaskProcessed("future");
        clock.setMs(T0);
        executor.markTaskProcessed("present");
        clock.setMs(Long.MAX_VALUE);
        executor.beginTask("x");
        assertEquals(List.of("future", "present", "x"), ids());
        assertRefused(AlreadyExistsException.class, () -> executor.abandonTask("present"));
    }

    @Test
    void shouldAcceptTheLongestAndTheShortestRetention() {
        useLimits(limits -> limits.processedTaskRetention(Duration.ofNanos(Long.MAX_VALUE)));
        executor.markTaskProcessed("a");
        clock.setMs(T0 + Duration.ofNanos(Long.MAX_VALUE).toMillis());
        executor.markTaskProcessed("b");
        assertEquals(List.of("a", "b"), ids());
        clock.setMs(T0);
        useLimits(limits -> limits.processedTaskRetention(Duration.ofNanos(1)));
        executor.markTaskProcessed("a");
        executor.markTaskProcessed("b");
        assertEquals(List.of("a", "b"), ids());
        ageBy(1);
        executor.markTaskProcessed("c");
        assertEquals(List.of("c"), ids());
    }

    @Test
    void shouldStayBoundedUnderChurn() {
        useLimits(limits -> limits.maxProcessedTasks(10));
        for (int i = 0; i < 500; i++) {
            executor.beginTask("t" + i);
            executor.finishTask("t" + i, Bytes.EMPTY);
        }
        assertEquals(10, ids().size());
        assertEquals("t490", ids().get(0));
    }

    private List<String> rememberAThousand() {
        clock.setMs(T0);
        useLimits(limits -> limits.processedTaskRetention(Duration.ofDays(1)));
        for (int i = 0; i < 1_000; i++) {
            executor.markTaskProcessed("done " + i);
        }
        return ids();
    }

    /** In steps that no clock has to leap for. */
    private void passADay() {
        for (int i = 0; i < 25; i++) {
            ageBy(DAY_MS / 24);
            executor.beginTask("tick");
        }
    }

    private void useRetention() {
        useLimits(limits -> limits.processedTaskRetention(Duration.ofMillis(RETENTION_MS)));
    }

    private void ageBy(long ms) {
        clock.setMs(clock.millis() + ms);
    }

    private List<String> ids() {
        return executor.listProcessedTasks().stream().map(ProcessedTask::taskId).toList();
    }
}
