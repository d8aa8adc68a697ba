package io.strait.api.error;

import java.io.IOException;

/** The directory, or a file in it, could not be read or written; the cause tells why. */
public final class StorageAccessException extends StorageException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param directory the directory
     * @param cause what the file system said
     */
    public StorageAccessException(String directory, IOException cause) {
        super("cannot use the directory: directory=" + directory + ": " + cause, cause);
    }
}
