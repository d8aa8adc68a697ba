package io.strait.api.error;

/**
 * The engine is closed: it takes no writes and no live reads. Snapshots taken before stay valid. A
 * write that a close cut off because it timed out may be there when an engine is opened on the
 * directory again.
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
