package io.strait.api.error;

import io.strait.api.Ticket;

/** The caller was interrupted while it waited. Its interrupt flag is set when this is thrown. */
public final class WriteInterruptedException extends OutcomeUnknownException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param ticket the write's ticket
     */
    public WriteInterruptedException(Ticket<?> ticket) {
        super(ResultCode.INTERRUPTED, "interrupted while waiting", ticket, null);
    }
}
