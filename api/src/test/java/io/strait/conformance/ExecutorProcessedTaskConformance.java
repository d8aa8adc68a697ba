package io.strait.conformance;

import static io.strait.conformance.Samples.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Beginning, finishing, abandoning and marking tasks, without regard to the bounds. */
public abstract class ExecutorProcessedTaskConformance extends Conformance {
    private static final Bytes RESULT = Bytes.ofUtf8("result");
    private static final TaskBegin DONE_WITH_RESULT =
            new TaskBegin(TaskBegin.Standing.ALREADY_DONE, RESULT);
    private static final TaskBegin DONE_WITHOUT_RESULT =
            new TaskBegin(TaskBegin.Standing.ALREADY_DONE, Bytes.EMPTY);

    @Test
    void shouldRememberNothingAtFirst() {
        assertEquals(Optional.empty(), executor.getProcessedTask("t"));
        assertFalse(executor.isTaskProcessed("t"));
        assertEquals(List.of(), executor.listProcessedTasks());
    }

    @Test
    void shouldLetTheFirstCallerBegin() throws Throwable {
        assertEquals(TaskBegin.FIRST, executor.beginTask("t"));
        ProcessedTask running = new ProcessedTask("t", false, Bytes.EMPTY, T0);
        assertEquals(Optional.of(running), executor.getProcessedTask("t"));
        assertFalse(executor.isTaskProcessed("t"));
        clock.setMs(T0 + 1);
        assertChangesNothing(
                () -> assertEquals(TaskBegin.ALREADY_RUNNING, executor.beginTask("t")));
        assertEquals(List.of(running), executor.listProcessedTasks());
    }

    @Test
    void shouldGiveLaterCallersTheStoredResult() throws Throwable {
        executor.beginTask("t");
        clock.setMs(T0 + 5);
        executor.finishTask("t", RESULT);
        assertEquals(
                Optional.of(new ProcessedTask("t", true, RESULT, T0 + 5)),
                executor.getProcessedTask("t"));
        assertTrue(executor.isTaskProcessed("t"));
        clock.setMs(T0 + 6);
        assertChangesNothing(() -> assertEquals(DONE_WITH_RESULT, executor.beginTask("t")));
    }

    @Test
    void shouldAcceptAnEmptyResult() {
        executor.beginTask("t");
        executor.finishTask("t", Bytes.EMPTY);
        assertTrue(executor.isTaskProcessed("t"));
        assertEquals(DONE_WITHOUT_RESULT, executor.beginTask("t"));
    }

    @Test
    void shouldKeepTheFirstResult() {
        executor.beginTask("t");
        executor.finishTask("t", RESULT);
        AlreadyExistsException refusal =
                assertRefused(
                        AlreadyExistsException.class,
                        () -> executor.finishTask("t", Bytes.ofUtf8("other")));
        assertEquals("t", refusal.id());
        assertEquals("taskId=t exists already", refusal.getMessage());
        assertEquals(DONE_WITH_RESULT, executor.beginTask("t"));
    }

    @Test
    void shouldRejectFinishingOrAbandoningATaskThatWasNotBegun() {
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> executor.finishTask("t", RESULT));
        assertEquals("t", refusal.id());
        assertRefused(NotFoundException.class, () -> executor.abandonTask("t"));
    }

    @Test
    void shouldLetTheNextCallerBeFirstAfterAnAbandonment() {
        executor.beginTask("t");
        executor.abandonTask("t");
        assertEquals(Optional.empty(), executor.getProcessedTask("t"));
        assertRefused(NotFoundException.class, () -> executor.finishTask("t", RESULT));
        assertEquals(TaskBegin.FIRST, executor.beginTask("t"));
    }

    @Test
    void shouldRejectAbandoningATaskThatIsDone() {
        executor.beginTask("t");
        executor.finishTask("t", RESULT);
        AlreadyExistsException refusal =
                assertRefused(AlreadyExistsException.class, () -> executor.abandonTask("t"));
        assertEquals("t", refusal.id());
        executor.markTaskProcessed("m");
        assertRefused(AlreadyExistsException.class, () -> executor.abandonTask("m"));
    }

    @Test
    void shouldMarkATaskThatWasNeverBegun() {
        executor.markTaskProcessed("t");
        assertEquals(
                Optional.of(new ProcessedTask("t", true, Bytes.EMPTY, T0)),
                executor.getProcessedTask("t"));
        assertTrue(executor.isTaskProcessed("t"));
        assertEquals(DONE_WITHOUT_RESULT, executor.beginTask("t"));
        assertRefused(AlreadyExistsException.class, () -> executor.finishTask("t", RESULT));
    }

    @Test
    void shouldMarkARunningTaskWithoutAResult() {
        executor.beginTask("t");
        clock.setMs(T0 + 3);
        executor.markTaskProcessed("t");
        assertEquals(
                List.of(new ProcessedTask("t", true, Bytes.EMPTY, T0 + 3)),
                executor.listProcessedTasks());
    }

    @Test
    void shouldLeaveADoneTaskAsItIsWhenItIsMarked() throws Throwable {
        executor.beginTask("t");
        executor.finishTask("t", RESULT);
        clock.setMs(T0 + 3);
        assertChangesNothing(() -> executor.markTaskProcessed("t"));
        assertEquals(DONE_WITH_RESULT, executor.beginTask("t"));
    }

    @Test
    void shouldListTheMemoriesInTheOrderOfTheirLastChange() {
        executor.beginTask("a");
        executor.beginTask("b");
        executor.beginTask("c");
        executor.markTaskProcessed("d");
        assertEquals(List.of("a", "b", "c", "d"), ids());
        executor.finishTask("b", RESULT);
        assertEquals(List.of("a", "c", "d", "b"), ids());
        executor.markTaskProcessed("a");
        assertEquals(List.of("c", "d", "b", "a"), ids());
        executor.beginTask("c");
        executor.beginTask("b");
        executor.markTaskProcessed("d");
        assertEquals(List.of("c", "d", "b", "a"), ids());
        executor.abandonTask("c");
        executor.beginTask("c");
        assertEquals(List.of("d", "b", "a", "c"), ids());
    }

    private List<String> ids() {
        return executor.listProcessedTasks().stream().map(ProcessedTask::taskId).toList();
    }
}
