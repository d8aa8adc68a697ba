package io.strait.api.error;

/** The engine did not take the call, or cannot finish it: full, closed or failed. */
public abstract sealed class NotAcceptedException extends StraitException
        permits BackPressureException,
                EngineClosedException,
                EngineFailedException,
                StorageFullException {
    private static final long serialVersionUID = 1L;

    NotAcceptedException(ResultCode code, String message, Throwable cause) {
        super(code, message, cause);
    }
}
