package io.strait.api.error;

/** What the write would create exists already, and is left as it was. */
public final class AlreadyExistsException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    /**
     * Creates the exception.
     *
     * @param kind the kind of thing, such as {@code taskId}
     * @param id what exists
     */
    public AlreadyExistsException(String kind, Object id) {
        super(ResultCode.ALREADY_EXISTS, kind + "=" + id + " exists already");
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
     * What exists.
     *
     * @return its id as text
     */
    public String id() {
        return id;
    }
}
