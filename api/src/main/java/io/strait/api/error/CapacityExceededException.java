package io.strait.api.error;

/** A limit of the engine is reached; finish or delete something, or open it with a larger limit. */
public final class CapacityExceededException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long value;

    /**
     * Creates the exception.
     *
     * @param limit the limit's name, as in {@code Limits}
     * @param value the limit's value
     */
    public CapacityExceededException(String limit, long value) {
        super(ResultCode.CAPACITY_EXCEEDED, "limit reached: " + limit + "=" + value);
        this.limit = limit;
        this.value = value;
    }

    /**
     * Which limit.
     *
     * @return its name, as in {@code Limits}
     */
    public String limit() {
        return limit;
    }

    /**
     * The limit's value.
     *
     * @return the configured value
     */
    public long value() {
        return value;
    }
}
