package io.strait.api.error;

/** The root of every error that is not a bad argument. Unchecked; carries a {@link ResultCode}. */
public abstract sealed class StraitException extends RuntimeException
        permits RefusedException,
                NotAcceptedException,
                OutcomeUnknownException,
                StorageException,
                WrongThreadException {
    private static final long serialVersionUID = 1L;

    private final ResultCode code;

    StraitException(ResultCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /**
     * The outcome as a code.
     *
     * @return never {@link ResultCode#OK}
     */
    public ResultCode code() {
        return code;
    }
}
