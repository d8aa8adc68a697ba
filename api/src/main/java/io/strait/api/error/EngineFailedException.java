package io.strait.api.error;

/**
 * The engine's writer failed, and the engine takes no more writes; the cause is the failure itself.
 * What was published before stays readable. A write that ends so was not published.
 */
public final class EngineFailedException extends NotAcceptedException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param engineName the engine's configured name
     * @param cause what the writer died of
     */
    public EngineFailedException(String engineName, Throwable cause) {
        super(ResultCode.FAILED, "engine has failed: name=" + engineName, cause);
    }
}
