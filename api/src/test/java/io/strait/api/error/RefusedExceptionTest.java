package io.strait.api.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.TaskStatus;
import org.junit.jupiter.api.Test;

class RefusedExceptionTest {
    @Test
    void shouldTellWhatWasNotFound() {
        NotFoundException e = new NotFoundException("chain", Chain.of(Address.of("avs"), -1));
        assertTells(e, ResultCode.NOT_FOUND, "chain=avs/18446744073709551615 does not exist");
        assertEquals("avs/18446744073709551615", e.id());
    }

    @Test
    void shouldTellWhatExists() {
        AlreadyExistsException e = new AlreadyExistsException("taskId", "t");
        assertTells(e, ResultCode.ALREADY_EXISTS, "taskId=t exists already");
        assertEquals("t", e.id());
    }

    @Test
    void shouldTellWhichTaskOfACommitExists() {
        TaskExistsException e = new TaskExistsException("t");
        assertTells(e, ResultCode.TASK_EXISTS, "taskId=t of the commit is taken");
        assertEquals("t", e.taskId());
    }

    @Test
    void shouldTellWhenALeaseWasOver() {
        LeaseExpiredException e = new LeaseExpiredException(5, 7);
        assertTells(
                e, ResultCode.LEASE_EXPIRED, "leaseUntilMs=5 lies before the claim's own time 7");
        assertEquals(5, e.leaseUntilMs());
        assertEquals(7, e.nowMs());
    }

    @Test
    void shouldTellBothBlocksHashes() {
        BlockConflictException e = new BlockConflictException(7, "0xa", "0xb");
        assertTells(
                e,
                ResultCode.BLOCK_CONFLICT,
                "blockNumber=7 has hash=0xb but the stored block's is 0xa");
        assertEquals(7, e.blockNumber());
        assertEquals("0xa", e.storedHash());
        assertEquals("0xb", e.hash());
    }

    @Test
    void shouldTellBothStatuses() {
        InvalidTransitionException e =
                new InvalidTransitionException(
                        "taskId", "t", TaskStatus.FAILED, TaskStatus.PENDING);
        assertTells(e, ResultCode.INVALID_TRANSITION, "taskId=t cannot go from FAILED to PENDING");
        assertEquals("FAILED", e.from());
        assertEquals("PENDING", e.to());
    }

    @Test
    void shouldTellBothHashes() {
        ParentMismatchException e = new ParentMismatchException(7, 6, "0xa", "0xb");
        assertTells(
                e,
                ResultCode.PARENT_MISMATCH,
                "blockNumber=7 names parentHash=0xb but the stored predecessor 6 is 0xa");
        assertEquals(7, e.blockNumber());
        assertEquals(6, e.storedNumber());
        assertEquals("0xa", e.storedHash());
        assertEquals("0xb", e.parentHash());
    }

    @Test
    void shouldTellBothBlockNumbers() {
        BlockOrderException e = new BlockOrderException(6, -1);
        assertTells(
                e, ResultCode.BLOCK_ORDER, "blockNumber=6 is out of order: lastProcessedBlock=-1");
        assertEquals(6, e.blockNumber());
        assertEquals(-1, e.lastProcessedBlock());
    }

    @Test
    void shouldTellTheLimitAndItsValue() {
        CapacityExceededException e = new CapacityExceededException("maxTasks", 8);
        assertTells(e, ResultCode.CAPACITY_EXCEEDED, "limit reached: maxTasks=8");
        assertEquals("maxTasks", e.limit());
        assertEquals(8, e.value());
    }

    private static void assertTells(RefusedException e, ResultCode code, String message) {
        assertEquals(code, e.code());
        assertEquals(message, e.getMessage());
        assertNull(e.getCause());
    }
}
