package io.strait.api.error;

/**
 * The call is not allowed on the thread that made it: the writer thread may not wait for itself,
 * and a change listener may not close the engine that calls it.
 */
public final class WrongThreadException extends StraitException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param call the refused call
     * @param threadName the thread that made it
     */
    public WrongThreadException(String call, String threadName) {
        super(ResultCode.WRONG_THREAD, call + " is not allowed on thread=" + threadName, null);
    }
}
