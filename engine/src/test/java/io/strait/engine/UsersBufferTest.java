package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.engine.bytes.FailingBuffer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A user's buffer and a user's clock are code of his: they may write themselves, wait for another
 * thread that writes, or throw. None of that may meet a lane that is half-way through a write. Seen
 * to fail when a buffer is read, or the clock is asked, after the lane was entered, and when a
 * thread's buffer is lent again while it is in use.
 */
@Timeout(30)
class UsersBufferTest {
    private static final int OWN_LANES = 8;
    private static final byte[] RESULT = "0123456789".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService[] threads = new ExecutorService[OWN_LANES + 2];
    private Runnable inClock = () -> {};
    private final InstantSource clock =
            () -> {
                Runnable once = inClock;
                inClock = () -> {};
                once.run();
                return Instant.ofEpochMilli(1);
            };
    private final DrivenEngine driven =
            new DrivenEngine(
                    StraitConfig.builder(),
                    false,
                    ignored ->
                            new EngineParts(
                                    StraitConfig.builder().clock(clock).build(),
                                    TestKeys.STANDARD,
                                    WriterProbe.NONE));
    private final Strait engine = driven.strait();
    private final Producer producer = engine.sharedProducer();

    UsersBufferTest() throws Exception {
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Executors.newSingleThreadExecutor();
            int number = i;
            on(i, () -> begin("t" + number)); // the last two have the common lane
        }
        driven.runWriter();
        assertEquals(threads.length, engine.counters().position());
    }

    @AfterEach
    void close() {
        for (ExecutorService thread : threads) {
            thread.shutdownNow();
        }
        driven.close();
    }

    @Test
    void shouldLetABufferWaitForAnotherWriter() throws Exception {
        DirectBuffer buffer = reading(() -> on(OWN_LANES + 1, () -> finish("t9", "abc")));
        on(OWN_LANES, () -> producer.finishTask(id("t8"), buffer, 0, RESULT.length));
        assertFinished("t8", "0123456789");
        assertFinished("t9", "abc");
    }

    @Test
    void shouldLetABufferWrite() throws Exception {
        for (int i : new int[] {0, OWN_LANES}) {
            String other = "t" + (i + 1);
            DirectBuffer buffer = reading(() -> finish(other, "abc"));
            on(i, () -> producer.finishTask(id("t" + i), buffer, 0, RESULT.length));
            assertFinished("t" + i, "0123456789");
            assertFinished(other, "abc");
        }
    }

    @Test
    void shouldLetTheClockWrite() throws Exception {
        for (int i : new int[] {0, OWN_LANES}) {
            String other = "t" + (i + 1);
            inClock = () -> finish(other, "abc");
            on(i, () -> finish("t" + i, "0123456789"));
            assertFinished("t" + i, "0123456789");
            assertFinished(other, "abc");
        }
    }

    /** Its parts are looked at once the clock was. */
    @Test
    void shouldLetTheClockChangeTheDraft() throws Exception {
        TaskDraft draft =
                engine.newTask()
                        .id(id("saved"))
                        .avs(engine.addressHandle(CrowdMember.chain(0).avs()));
        inClock = () -> draft.payload(RESULT, 0, RESULT.length);
        on(0, () -> producer.saveTask(draft));
        driven.runWriter();
        assertEquals(
                RESULT.length,
                engine.aggregator().getTask("saved").orElseThrow().payload().length());
    }

    @Test
    void shouldSurviveABufferThatThrows() throws Exception {
        for (int i : new int[] {0, OWN_LANES}) {
            on(
                    i,
                    () -> {
                        assertThrows(
                                InternalError.class,
                                () ->
                                        producer.finishTask(
                                                id("t" + i), FailingBuffer.of(64), 0, 64));
                        return finish("t" + i, "abc");
                    });
            String other = "t" + (i + 1);
            on(OWN_LANES + 1, () -> finish(other, "abc"));
            assertFinished(other, "abc");
            assertFinished("t" + i, "abc");
        }
    }

    private PackedId id(String text) {
        return engine.newId().set(text);
    }

    private long begin(String task) {
        return producer.beginTask(id(task));
    }

    private long finish(String task, String result) {
        byte[] bytes = result.getBytes(StandardCharsets.UTF_8);
        return producer.finishTask(id(task), bytes, 0, bytes.length);
    }

    private void assertFinished(String task, String result) {
        driven.runWriter();
        assertEquals(0, engine.counters().refused());
        assertEquals(
                result,
                new String(
                        engine.executor()
                                .getProcessedTask(task)
                                .orElseThrow()
                                .result()
                                .toByteArray(),
                        StandardCharsets.UTF_8));
    }

    /** A buffer that does something when it is read for the first time. */
    private static DirectBuffer reading(Runnable first) {
        DirectBuffer real = HeapBuffer.over(RESULT);
        boolean[] isRead = {false};
        return (DirectBuffer)
                Proxy.newProxyInstance(
                        UsersBufferTest.class.getClassLoader(),
                        new Class<?>[] {DirectBuffer.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("get") && !isRead[0]) {
                                isRead[0] = true;
                                first.run();
                            }
                            return method.invoke(real, arguments);
                        });
    }

    private void on(int thread, Callable<Long> write) {
        Future<Long> ticket = threads[thread].submit(write);
        try {
            assertTrue(ticket.get(10, TimeUnit.SECONDS) >= 0, "refused");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
