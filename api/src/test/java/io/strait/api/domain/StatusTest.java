package io.strait.api.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which status may follow which. */
class StatusTest {
    @Test
    void shouldTakePendingTaskToProcessingOrFailed() {
        assertNext(TaskStatus.PENDING, TaskStatus.PROCESSING, TaskStatus.FAILED);
    }

    @Test
    void shouldTakeProcessingTaskToCompletedOrFailed() {
        assertNext(TaskStatus.PROCESSING, TaskStatus.COMPLETED, TaskStatus.FAILED);
    }

    @Test
    void shouldTakeFinishedTaskNowhere() {
        assertNext(TaskStatus.COMPLETED);
        assertNext(TaskStatus.FAILED);
    }

    @Test
    void shouldCallCompletedAndFailedTasksFinal() {
        Set<TaskStatus> finals = EnumSet.of(TaskStatus.COMPLETED, TaskStatus.FAILED);
        assertEquals(finals, matching(TaskStatus.class, TaskStatus::isFinal));
    }

    @Test
    void shouldTakePendingDeploymentToDeployingOrFailed() {
        assertNext(DeploymentStatus.PENDING, DeploymentStatus.DEPLOYING, DeploymentStatus.FAILED);
    }

    @Test
    void shouldTakeDeployingDeploymentToRunningOrFailed() {
        assertNext(DeploymentStatus.DEPLOYING, DeploymentStatus.RUNNING, DeploymentStatus.FAILED);
    }

    @Test
    void shouldTakeRunningDeploymentToFailedOnly() {
        assertNext(DeploymentStatus.RUNNING, DeploymentStatus.FAILED);
    }

    @Test
    void shouldTakeFailedDeploymentNowhere() {
        assertNext(DeploymentStatus.FAILED);
    }

    private static void assertNext(TaskStatus from, TaskStatus... next) {
        assertEquals(Set.of(next), matching(TaskStatus.class, from::canBecome));
    }

    private static void assertNext(DeploymentStatus from, DeploymentStatus... next) {
        assertEquals(Set.of(next), matching(DeploymentStatus.class, from::canBecome));
    }

    private static <E extends Enum<E>> Set<E> matching(Class<E> type, Predicate<E> condition) {
        Set<E> constants = EnumSet.allOf(type);
        constants.removeIf(condition.negate());
        return constants;
    }
}
