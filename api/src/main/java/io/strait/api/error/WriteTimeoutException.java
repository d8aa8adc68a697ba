package io.strait.api.error;

import io.strait.api.Ticket;
import java.time.Duration;

/**
 * The write was accepted, but not published within the time that the caller was willing to wait.
 */
public final class WriteTimeoutException extends OutcomeUnknownException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param timeout how long the caller waited
     * @param ticket the write's ticket
     */
    public WriteTimeoutException(Duration timeout, Ticket<?> ticket) {
        super(ResultCode.TIMED_OUT, "not published within timeout=" + timeout, ticket, null);
    }
}
