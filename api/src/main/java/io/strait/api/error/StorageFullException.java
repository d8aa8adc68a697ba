package io.strait.api.error;

/**
 * There is no room on the disk for the write. It was not accepted, and nothing was changed; reads
 * go on. Writes are accepted again once there is room.
 */
public final class StorageFullException extends NotAcceptedException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public StorageFullException() {
        super(ResultCode.STORAGE_FULL, "no room on the disk for the journal", null);
    }
}
