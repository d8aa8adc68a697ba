package io.strait.api;

import java.util.concurrent.ThreadFactory;

/**
 * The default thread factory: daemon threads, so that an engine left open does not keep the JVM
 * alive. They outlive the call that opens the engine, so they take neither the inheritable
 * thread-locals nor the context class loader of whoever opened it.
 */
final class DaemonThreads {
    private DaemonThreads() {}

    static ThreadFactory named() {
        return task -> {
            Thread thread = new Thread(null, task, "strait", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            return thread;
        };
    }
}
