package io.strait.api.error;

import io.strait.api.Ticket;

/**
 * The caller stopped waiting for a write that the engine had accepted. It may still be applied; its
 * {@linkplain #ticket() ticket} tells.
 */
public abstract sealed class OutcomeUnknownException extends StraitException
        permits WriteTimeoutException, WriteInterruptedException {
    private static final long serialVersionUID = 1L;

    private final transient Ticket<?> ticket;

    OutcomeUnknownException(ResultCode code, String message, Ticket<?> ticket) {
        super(code, message, null);
        this.ticket = ticket;
    }

    /**
     * The write's ticket, on which the caller may wait again.
     *
     * @return the ticket; null only after the exception went through Java serialization
     */
    public Ticket<?> ticket() {
        return ticket;
    }
}
