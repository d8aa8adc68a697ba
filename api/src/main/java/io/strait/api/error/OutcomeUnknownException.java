package io.strait.api.error;

import io.strait.api.Ticket;

/**
 * The caller stopped waiting for a write that the engine had accepted, which may still be applied,
 * as its {@linkplain #ticket() ticket} tells; or the engine failed while it was being stored.
 */
public abstract sealed class OutcomeUnknownException extends StraitException
        permits WriteTimeoutException, WriteInterruptedException, JournalFailedException {
    private static final long serialVersionUID = 1L;

    private final transient Ticket<?> ticket;

    OutcomeUnknownException(ResultCode code, String message, Ticket<?> ticket, Throwable cause) {
        super(code, message, cause);
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
