package io.strait.api.error;

/** The write reached the state, and the state refused it: nothing was changed. */
public abstract sealed class RefusedException extends StraitException
        permits NotFoundException,
                AlreadyExistsException,
                BlockConflictException,
                TaskExistsException,
                InvalidTransitionException,
                LeaseExpiredException,
                ParentMismatchException,
                BlockOrderException,
                CapacityExceededException {
    private static final long serialVersionUID = 1L;

    RefusedException(ResultCode code, String message) {
        super(code, message, null);
    }
}
