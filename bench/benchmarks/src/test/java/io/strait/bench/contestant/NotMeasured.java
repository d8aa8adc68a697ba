package io.strait.bench.contestant;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Skips tests of what is not measured, wherever they find out: on another thread, or within an
 * assertion that expected another exception.
 */
final class NotMeasured
        implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    /** What a contestant throws for what it does not do. */
    static TestAbortedException on(String label, String operation) {
        return new TestAbortedException(label + " is not measured on " + operation);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        throw abortionIn(thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        throw abortionIn(thrown);
    }

    private static Throwable abortionIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TestAbortedException) {
                return cause;
            }
        }
        return thrown;
    }
}
