package io.strait.api.error;

/** A file of the directory has a format that is newer than this engine. Nothing was changed. */
public final class StorageVersionException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long version;

    /**
     * Creates the exception.
     *
     * @param file the file's name in the directory
     * @param version the version of its format
     * @param newest the newest version that this engine reads
     */
    public StorageVersionException(String file, long version, long newest) {
        super(
                "of a newer format: file=" + file + " version=" + version + " newest=" + newest,
                null);
        this.file = file;
        this.version = version;
    }

    /**
     * Which file.
     *
     * @return its name in the directory
     */
    public String file() {
        return file;
    }

    /**
     * The version of its format.
     *
     * @return the version
     */
    public long version() {
        return version;
    }
}
