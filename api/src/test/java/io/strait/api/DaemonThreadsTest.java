package io.strait.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Seen to fail when the threads inherit their opener's thread-locals, and when they take its
 * context class loader.
 */
class DaemonThreadsTest {
    private static final InheritableThreadLocal<String> OPENERS = new InheritableThreadLocal<>();

    @Test
    void shouldTakeNothingFromWhoeverOpensTheEngine() throws Exception {
        Thread opener = Thread.currentThread();
        ClassLoader before = opener.getContextClassLoader();
        AtomicReference<String> inherited = new AtomicReference<>("not run");
        try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
            OPENERS.set("the opener's");
            opener.setContextClassLoader(loader);
            Thread thread =
                    StraitConfig.builder()
                            .build()
                            .threadFactory()
                            .newThread(() -> inherited.set(OPENERS.get()));
            assertTrue(thread.isDaemon());
            assertSame(ClassLoader.getSystemClassLoader(), thread.getContextClassLoader());
            thread.start();
            thread.join();
            assertNull(inherited.get());
            assertEquals(loader, opener.getContextClassLoader());
        } finally {
            OPENERS.remove();
            opener.setContextClassLoader(before);
        }
    }
}
