package io.strait.api.error;

import java.nio.file.Path;

/** Another engine has the directory open, in this process or in another one. */
public final class DirectoryInUseException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String directory;

    /**
     * Creates the exception.
     *
     * @param directory the directory
     */
    public DirectoryInUseException(Path directory) {
        super("another engine has the directory open: directory=" + directory, null);
        this.directory = directory.toString();
    }

    /**
     * Which directory.
     *
     * @return the directory, as a path
     */
    public String directory() {
        return directory;
    }
}
