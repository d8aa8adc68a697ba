package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Change;
import io.strait.api.ChangeListener;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.error.WrongThreadException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A change listener that writes, closes, throws, is interrupted, or never returns: only itself it
 * can harm. Seen to fail when the listener is not told apart, when its errors or its interrupt flag
 * end its thread, when the writer waits for it, when close waits for it for ever, and when close
 * does not tell the rest.
 */
class ListenerFaultTest {
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final int BUFFER = 4;

    private final AtomicReference<Strait> engine = new AtomicReference<>();

    @Test
    void shouldLetTheListenerWrite() {
        Trials.run(
                trial -> {
                    List<Change> changes = new CopyOnWriteArrayList<>();
                    ChangeListener echo =
                            change -> {
                                changes.add(change);
                                if (change.position() == 1) {
                                    CrowdMember.of(engine.get(), 2).write().run();
                                    CrowdMember.submit(engine.get(), 3).await();
                                }
                            };
                    try (Strait opened = open(config(trial), echo)) {
                        CrowdMember.submit(opened, 1).await();
                        Trials.await("three changes", () -> changes.size() == 3);
                        assertTrue(CrowdMember.of(opened, 2).isVisibleIn(opened.snapshot()));
                        assertTrue(CrowdMember.isProcessed(3).test(opened.snapshot()));
                        assertEquals(0, opened.counters().listenerFailures());
                    }
                });
    }

    @Test
    void shouldRefuseToBeClosedByTheListener() {
        Trials.run(
                trial -> {
                    AtomicReference<Throwable> refused = new AtomicReference<>();
                    ChangeListener closer =
                            change -> {
                                try {
                                    engine.get().close();
                                } catch (WrongThreadException e) {
                                    refused.set(e);
                                }
                            };
                    Strait opened = open(config(trial), closer);
                    CrowdMember.submit(opened, 1).await();
                    Trials.await("refusal", () -> refused.get() != null);
                    CrowdMember.submit(opened, 2).await();
                    Caller.start(opened::close).assertReturned();
                });
    }

    @Test
    void shouldCountWhatTheListenerThrowsAndGoOn() {
        Trials.run(
                trial -> {
                    List<Long> positions = new CopyOnWriteArrayList<>();
                    ChangeListener thrower =
                            change -> {
                                positions.add(change.position());
                                if (change.position() % 2 == 0) {
                                    throw new AssertionError("planted");
                                }
                                throw new IllegalStateException("planted");
                            };
                    try (Strait opened = open(config(trial).changeBufferCapacity(64), thrower)) {
                        for (int number = 1; number <= BUFFER; number++) {
                            CrowdMember.submit(opened, number).await();
                        }
                        Trials.await(
                                "failures", () -> opened.counters().listenerFailures() == BUFFER);
                        assertEquals(LongStream.rangeClosed(1, BUFFER).boxed().toList(), positions);
                    }
                });
    }

    @Test
    void shouldGoOnAfterTheListenerSetItsInterruptFlag() {
        Trials.run(
                trial -> {
                    List<Long> positions = new CopyOnWriteArrayList<>();
                    ChangeListener interrupting =
                            change -> {
                                positions.add(change.position());
                                Thread.currentThread().interrupt();
                            };
                    try (Strait opened = open(config(trial), interrupting)) {
                        CrowdMember.submit(opened, 1).await();
                        Trials.await("first", () -> positions.size() == 1);
                        Thread.sleep(trial % 3);
                        CrowdMember.submit(opened, 2).await();
                        Trials.await("second", () -> positions.size() == 2);
                    }
                });
    }

    @Test
    void shouldNeitherSlowTheWriterNorHoldUpCloseWhenTheListenerBlocksForEver() {
        Trials.run(
                trial -> {
                    Stall stall = new Stall();
                    int writes = BUFFER * 3;
                    Strait opened = open(config(trial).closeTimeout(SHORT), change -> stall.hold());
                    CrowdMember.submit(opened, 0).await();
                    stall.awaitArrived();
                    Caller<Void> writer = Caller.start(() -> write(opened, writes));
                    writer.assertReturned();
                    // The slot of the change that the listener has in hand is not free yet.
                    assertEquals(writes - BUFFER + 1, opened.counters().changesLost());
                    Caller.start(opened::close).assertReturned();
                    stall.end();
                });
    }

    @Test
    void shouldTellAllThatWasPublishedBeforeCloseReturns() {
        Trials.run(
                trial -> {
                    List<Long> positions = new CopyOnWriteArrayList<>();
                    Strait opened =
                            open(
                                    config(trial).changeBufferCapacity(64),
                                    change -> positions.add(change.position()));
                    write(opened, BUFFER * 2);
                    Caller.start(opened::close).assertReturned();
                    assertEquals(LongStream.rangeClosed(1, BUFFER * 2).boxed().toList(), positions);
                });
    }

    private Strait open(StraitConfigBuilder config, ChangeListener listener) {
        // The listener may be called before open has returned here: it waits for its engine.
        ChangeListener patient =
                change -> {
                    while (engine.get() == null) {
                        Thread.onSpinWait();
                    }
                    listener.onChange(change);
                };
        engine.set(null);
        engine.set(Strait.open(config.changeListener(patient).build()));
        return engine.get();
    }

    private static StraitConfigBuilder config(int trial) {
        return Trials.config(trial).changeBufferCapacity(BUFFER);
    }

    private static void write(Strait engine, int count) {
        for (int number = 1; number <= count; number++) {
            engine.aggregator().setLastProcessedBlock(CrowdMember.chain(0), number);
        }
    }
}
