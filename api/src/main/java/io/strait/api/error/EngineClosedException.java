package io.strait.api.error;

/**
 * The engine is closed: it takes no writes and no live reads. Snapshots taken before stay valid.
 */
public final class EngineClosedException extends NotAcceptedException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param engineName the engine's configured name
     */
    public EngineClosedException(String engineName) {
        super(ResultCode.CLOSED, "engine is closed: name=" + engineName, null);
    }
}
