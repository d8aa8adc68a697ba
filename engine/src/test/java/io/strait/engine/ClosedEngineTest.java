package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.lmax.disruptor.Sequencer;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.error.EngineClosedException;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * After close nothing leads from a thread that lives on to the engine, to what it knew, or to the
 * class loader that it came from; and a ticket that is kept does not lead to the state. Seen to
 * fail when a thread keeps a buffer of the engine's in a variable of its own, and when a ticket
 * leads to all parts of the engine.
 */
class ClosedEngineTest {
    private static final int THREADS = 4;
    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(20);

    private final ThreadPoolExecutor pool =
            (ThreadPoolExecutor) Executors.newFixedThreadPool(THREADS);

    /** A thread keeps what called for it, so the test calls for them. */
    @BeforeEach
    void startPool() {
        pool.prestartAllCoreThreads();
    }

    @AfterEach
    void stopPool() {
        pool.shutdownNow();
    }

    @Test
    void shouldLeaveNothingOfTheEngineWithThreads() {
        for (WeakReference<?> each : new EveryCall().apply(pool)) {
            assertCollected(each);
        }
    }

    @Test
    void shouldLeaveNothingOfItsClassLoaderWithThreads() throws Exception {
        WeakReference<ClassLoader> loader = callInAnotherLoader();
        assertCollected(loader);
        assertFalse(pool.isShutdown());
    }

    @Test
    void shouldNotKeepTheStateByATicket() {
        List<Ticket<?>> kept = new ArrayList<>();
        WeakReference<?> state = stateOfClosed(kept);
        assertCollected(state);
        assertEquals(1, kept.size());
        assertTrue(kept.get(0).isDone());
    }

    /** All that an engine needs, once more; nothing of it is left when this returns. */
    @SuppressWarnings("unchecked")
    private WeakReference<ClassLoader> callInAnotherLoader() throws Exception {
        URL[] urls =
                Stream.of(
                                EveryCall.class,
                                Strait.class,
                                StraitConfig.class,
                                Sequencer.class,
                                DirectBuffer.class,
                                FastList.class,
                                RichIterable.class)
                        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                        .distinct()
                        .toArray(URL[]::new);
        try (URLClassLoader loader =
                new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(EveryCall.class.getName(), true, loader);
            Object calls = type.getDeclaredConstructor().newInstance();
            ((Function<ExecutorService, ?>) calls).apply(pool);
            return new WeakReference<>(loader);
        }
    }

    private static WeakReference<?> stateOfClosed(List<Ticket<?>> kept) {
        EngineParts parts =
                new EngineParts(
                        StraitConfig.builder().build(), TestKeys.STANDARD, WriterProbe.NONE);
        EngineThreads.start(parts);
        Strait engine = new Strait(parts);
        engine.aggregator().saveTask(Task.builder("t", Address.of("0xa1")).build());
        kept.add(engine.submit(new DeleteTask("t")));
        engine.close();
        assertThrows(EngineClosedException.class, engine::barrier);
        return new WeakReference<>(parts.state);
    }

    private static void assertCollected(WeakReference<?> reference) {
        long startNs = System.nanoTime();
        while (!reference.refersTo(null)) {
            assertTrue(System.nanoTime() - startNs < LIMIT_NS, () -> "kept: " + reference.get());
            System.gc();
        }
    }
}
