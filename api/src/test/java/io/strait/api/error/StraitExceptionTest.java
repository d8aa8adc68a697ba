package io.strait.api.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.api.Ticket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The errors that are not the state's: the write did not enter, or the caller stopped waiting. */
class StraitExceptionTest {
    private static final Ticket<String> TICKET = new StubTicket<>("result");

    @Test
    void shouldTellHowMuchTheLaneHolds() {
        BackPressureException e = new BackPressureException(64);
        assertTells(e, ResultCode.BACK_PRESSURE, "lane full: laneCapacity=64");
        assertEquals(64, e.laneCapacity());
    }

    @Test
    void shouldTellWhichEngineIsClosed() {
        assertTells(
                new EngineClosedException("operator"),
                ResultCode.CLOSED,
                "engine is closed: name=operator");
    }

    @Test
    void shouldCarryWhatTheWriterDiedOf() {
        Throwable cause = new AssertionError("planted");
        EngineFailedException e = new EngineFailedException("operator", cause);
        assertTells(e, ResultCode.FAILED, "engine has failed: name=operator");
        assertSame(cause, e.getCause());
    }

    @Test
    void shouldCarryTheTicketOfATimedOutWrite() {
        WriteTimeoutException e = new WriteTimeoutException(Duration.ofMillis(20), TICKET);
        assertTells(e, ResultCode.TIMED_OUT, "not published within timeout=PT0.02S");
        assertSame(TICKET, e.ticket());
    }

    @Test
    void shouldCarryTheTicketOfAnInterruptedWrite() {
        WriteInterruptedException e = new WriteInterruptedException(TICKET);
        assertTells(e, ResultCode.INTERRUPTED, "interrupted while waiting");
        assertSame(TICKET, e.ticket());
    }

    @Test
    void shouldTellTheCallAndTheThread() {
        assertTells(
                new WrongThreadException("close()", "strait-writer"),
                ResultCode.WRONG_THREAD,
                "close() is not allowed on thread=strait-writer");
    }

    @Test
    void shouldSurviveSerializationWithoutTheTicket() throws Exception {
        Object copy = copied(new WriteTimeoutException(Duration.ofMillis(20), TICKET));
        WriteTimeoutException e = assertInstanceOf(WriteTimeoutException.class, copy);
        assertTells(e, ResultCode.TIMED_OUT, "not published within timeout=PT0.02S");
        assertNull(e.ticket());
    }

    @Test
    void shouldSurviveSerializationWithItsParts() throws Exception {
        Object copy = copied(new ParentMismatchException(7, 6, "0xa", "0xb"));
        ParentMismatchException e = assertInstanceOf(ParentMismatchException.class, copy);
        assertEquals(7, e.blockNumber());
        assertEquals(6, e.storedNumber());
        assertEquals("0xa", e.storedHash());
    }

    private static void assertTells(StraitException e, ResultCode code, String message) {
        assertEquals(code, e.code());
        assertEquals(message, e.getMessage());
    }

    private static Object copied(Object source) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(source);
        }
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        try (ObjectInputStream objects = new ObjectInputStream(in)) {
            return objects.readObject();
        }
    }
}
