package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.InvalidArgumentException;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The user's thread factory may make no thread, or a useless one: the engine does not open, or does
 * not hang. Seen to fail when the listener's thread is left behind, and when a task keeps what it
 * ran.
 */
class EngineThreadsTest {
    private final List<Thread> made = new ArrayList<>();

    @Test
    void shouldNameItsThreads() {
        try (Strait engine = Strait.open(config(this::newThread).build())) {
            assertEquals(
                    List.of("strait-test-listener", "strait-test-writer"),
                    made.stream().map(Thread::getName).toList());
            assertTrue(engine.failure().isEmpty());
        }
        assertAllGone();
    }

    /** The first thread is the listener's, the second the writer's. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldNotOpenWithoutAThread(int goodThreads) {
        ThreadFactory factory = task -> made.size() < goodThreads ? newThread(task) : null;
        StraitConfig config = config(factory).build();
        InvalidArgumentException refused =
                assertThrows(InvalidArgumentException.class, () -> Strait.open(config));
        assertEquals("threadFactory", refused.name());
        assertEquals(goodThreads, made.size());
        assertAllGone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldPassOnWhatTheFactoryThrows(int goodThreads) {
        for (Throwable fault :
                List.of(new IllegalStateException("planted"), new Error("planted"))) {
            made.clear();
            ThreadFactory factory =
                    task -> made.size() < goodThreads ? newThread(task) : thrown(fault);
            StraitConfig config = config(factory).build();
            assertSame(fault, assertThrows(Throwable.class, () -> Strait.open(config)));
            assertEquals(goodThreads, made.size());
            assertAllGone();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldNotOpenOnAThreadThatCannotBeStarted(int goodThreads) throws InterruptedException {
        Thread used = new Thread(() -> {});
        used.start();
        used.join();
        ThreadFactory factory = task -> made.size() < goodThreads ? newThread(task) : used;
        StraitConfig config = config(factory).build();
        assertThrows(IllegalThreadStateException.class, () -> Strait.open(config));
        assertAllGone();
    }

    /** Whoever keeps the threads, or what they ran, does not keep the engine. */
    @Test
    void shouldNotBeKeptByThreadsThatHaveEnded() {
        List<Runnable> kept = new ArrayList<>();
        WeakReference<Object> engine = closed(keepingTasks(kept));
        assertAllGone();
        Trials.await(
                "engine collected",
                () -> {
                    System.gc();
                    return engine.refersTo(null);
                });
        assertEquals(2, kept.size());
    }

    @Test
    void shouldRunATaskOnlyOnce() {
        List<Runnable> kept = new ArrayList<>();
        Strait.open(config(keepingTasks(kept)).build()).close();
        kept.forEach(task -> assertThrows(IllegalStateException.class, task::run));
    }

    private ThreadFactory keepingTasks(List<Runnable> kept) {
        return task -> {
            kept.add(task);
            return newThread(task);
        };
    }

    /** What only an engine keeps that was open: its clock. */
    private static WeakReference<Object> closed(ThreadFactory factory) {
        InstantSource clock = new FixedClock();
        Strait.open(config(factory).clock(clock).build()).close();
        return new WeakReference<>(clock);
    }

    @Test
    void shouldFailAndCloseWhenAThreadDoesNotRunItsTask() {
        ThreadFactory factory = task -> new Thread(() -> {});
        Strait engine = Strait.open(config(factory).build());
        Caller<Void> writer = Caller.start(CrowdMember.of(engine, 1).write());
        writer.thrown(EngineFailedException.class);
        assertTrue(engine.failure().isPresent());
        Caller.start(engine::close).assertReturned();
    }

    private static final class FixedClock implements InstantSource {
        @Override
        public Instant instant() {
            return Instant.EPOCH;
        }
    }

    private void assertAllGone() {
        made.forEach(thread -> Trials.await("thread gone", () -> !thread.isAlive()));
    }

    private static Thread thrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    private static StraitConfigBuilder config(ThreadFactory factory) {
        return StraitConfig.builder()
                .name("test")
                .changeListener(change -> {})
                .threadFactory(factory);
    }
}
