package io.strait.api.error;

/** The status that the write asks for cannot follow the present one. */
public final class InvalidTransitionException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;
    private final String from;
    private final String to;

    /**
     * Creates the exception.
     *
     * @param kind the kind of thing, such as {@code taskId}
     * @param id whose status it is
     * @param from the present status
     * @param to the status asked for
     */
    public InvalidTransitionException(String kind, Object id, Enum<?> from, Enum<?> to) {
        super(
                ResultCode.INVALID_TRANSITION,
                kind + "=" + id + " cannot go from " + from + " to " + to);
        this.kind = kind;
        this.id = String.valueOf(id);
        this.from = from.name();
        this.to = to.name();
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
     * Whose status it is.
     *
     * @return its id as text
     */
    public String id() {
        return id;
    }

    /**
     * The present status.
     *
     * @return the constant's name
     */
    public String from() {
        return from;
    }

    /**
     * The status asked for.
     *
     * @return the constant's name
     */
    public String to() {
        return to;
    }
}
