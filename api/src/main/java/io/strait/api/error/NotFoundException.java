package io.strait.api.error;

/** What the write names does not exist. */
public final class NotFoundException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    /**
     * Creates the exception.
     *
     * @param kind the kind of thing, such as {@code taskId}
     * @param id what was looked for
     */
    public NotFoundException(String kind, Object id) {
        super(ResultCode.NOT_FOUND, kind + "=" + id + " does not exist");
        this.kind = kind;
        this.id = String.valueOf(id);
    }

    /**
     * The kind of thing.
     *
     * @return such as {@code taskId}
     */
    public String kind() {
        return kind;
    }

    /**
     * What was looked for.
     *
     * @return its id as text
     */
    public String id() {
        return id;
    }
}
