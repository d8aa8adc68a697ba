package io.strait.api.error;

/**
 * A limit is lower than what the directory holds already. Nothing is dropped to keep it: open the
 * engine with a higher one.
 */
public final class LimitTooLowException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long value;
    private final long storedCount;

    /**
     * Creates the exception.
     *
     * @param limit the limit's name in the configuration
     * @param value what it is set to
     * @param storedCount how many are stored
     */
    public LimitTooLowException(String limit, long value, long storedCount) {
        super("lower than what is stored: " + limit + "=" + value + " stored=" + storedCount, null);
        this.limit = limit;
        this.value = value;
        this.storedCount = storedCount;
    }

    /**
     * Which limit.
     *
     * @return its name in the configuration
     */
    public String limit() {
        return limit;
    }

    /**
     * What it is set to.
     *
     * @return the limit
     */
    public long value() {
        return value;
    }

    /**
     * How many of what it limits are stored.
     *
     * @return how many
     */
    public long storedCount() {
        return storedCount;
    }
}
