package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertNotNullRule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TaskRecordTest {
    private static final Task TASK = Task.builder("t", Address.of("avs")).build();

    @Test
    void shouldRejectNull() {
        assertNotNullRule("task", (Task v) -> new TaskRecord(v, TaskStatus.PENDING, 0, 0, 0));
        assertNotNullRule("status", (TaskStatus v) -> new TaskRecord(TASK, v, 0, 0, 0));
    }

    @Test
    void shouldTellTheTasksId() {
        assertEquals("t", leasedUntil(0).id());
    }

    @Test
    void shouldLoseItsLeaseAfterTheLastMoment() {
        assertFalse(leasedUntil(10).isLeaseExpired(10));
        assertTrue(leasedUntil(10).isLeaseExpired(11));
        assertFalse(leasedUntil(TaskRecord.NO_LEASE).isLeaseExpired(Long.MAX_VALUE));
    }

    private static TaskRecord leasedUntil(long leaseUntilMs) {
        return new TaskRecord(TASK, TaskStatus.PROCESSING, 1, 2, leaseUntilMs);
    }
}
