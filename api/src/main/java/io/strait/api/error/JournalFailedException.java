package io.strait.api.error;

import io.strait.api.Ticket;

/**
 * The engine failed while the write was on its way to the disk: nobody has seen its effect, and
 * whether it is there tells the next engine that is opened on the directory. The cause is the
 * failure. The {@linkplain #ticket() ticket} will not tell any more.
 */
public final class JournalFailedException extends OutcomeUnknownException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param ticket the write's ticket
     * @param cause what the engine's writer died of; null when it ended without a word
     */
    public JournalFailedException(Ticket<?> ticket, Throwable cause) {
        super(ResultCode.UNKNOWN, "the engine failed before the write was stored", ticket, cause);
    }
}
