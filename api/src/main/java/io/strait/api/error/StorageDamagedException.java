package io.strait.api.error;

/**
 * A file of the directory is not as an engine wrote it, and no crash explains that. Nothing was
 * read past the damage, and nothing that counts was changed.
 */
public final class StorageDamagedException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long offset;

    /**
     * Creates the exception.
     *
     * @param file the file's name in the directory
     * @param offset where in the file, bytes
     * @param what what is wrong there
     */
    public StorageDamagedException(String file, long offset, String what) {
        super(what + ": file=" + file + " offset=" + offset, null);
        this.file = file;
        this.offset = offset;
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
     * Where in the file.
     *
     * @return the offset, bytes
     */
    public long offset() {
        return offset;
    }
}
