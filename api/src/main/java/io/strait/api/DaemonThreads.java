package io.strait.api;

import java.util.concurrent.ThreadFactory;

/**
 * The default thread factory: daemon threads, so that an engine left open does not keep the JVM
 * alive.
 */
final class DaemonThreads {
    private DaemonThreads() {}

    static ThreadFactory named() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
    }
}
