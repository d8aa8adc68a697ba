package io.strait.api.error;

/**
 * The engine could not be opened on its directory, or a call on its files failed. Nothing that
 * counts was changed in the files: at most, what a crash had left over was cleared away.
 */
public abstract sealed class StorageException extends StraitException
        permits DirectoryInUseException,
                StorageDamagedException,
                StorageVersionException,
                StorageAccessException,
                ReplayMismatchException,
                LimitTooLowException {
    private static final long serialVersionUID = 1L;

    StorageException(String message, Throwable cause) {
        super(ResultCode.STORAGE, message, cause);
    }
}
