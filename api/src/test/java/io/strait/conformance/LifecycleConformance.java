package io.strait.conformance;

import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorStore;
import io.strait.api.Counters;
import io.strait.api.ExecutorStore;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.Ticket;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.OutcomeUnknownException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Opening and closing. */
public abstract class LifecycleConformance extends Conformance {

    @Test
    void shouldHandOutTheSameStoresEachTime() {
        assertSame(engine.aggregator(), engine.aggregator());
        assertSame(engine.executor(), engine.executor());
    }

    @Test
    void shouldCloseMoreThanOnce() {
        engine.close();
        assertDoesNotThrow(engine::close);
        assertDoesNotThrow(engine::close);
    }

    @Test
    void shouldCloseAtTheEndOfATryBlock() {
        AggregatorStore store;
        try (StateEngine another = openAnother(config -> config)) {
            store = another.aggregator();
            store.saveTask(task("t"));
        }
        assertThrowsExactly(EngineClosedException.class, store::listPendingTasks);
    }

    @Test
    void shouldRefuseEveryOtherCallOnceClosed() {
        AggregatorStore openAggregator = aggregator;
        ExecutorStore openExecutor = executor;
        engine.close();
        EveryCall.on(engine, openAggregator, openExecutor)
                .forEach(
                        (name, call) -> {
                            EngineClosedException refusal =
                                    assertThrowsExactly(EngineClosedException.class, call, name);
                            assertEquals(ResultCode.CLOSED, refusal.code(), name);
                            assertTrue(refusal.getMessage().contains("name=conformance"), name);
                        });
    }

    @Test
    void shouldKeepSnapshotsValidOnceClosed() {
        WriteScript.all().forEach(write -> engine.submit(write).await());
        Snapshot snapshot = engine.snapshot();
        Contents contents = Contents.of(snapshot);
        engine.close();
        contents.assertStillToldBy(snapshot);
        assertEquals(WriteScript.all().size(), snapshot.position());
    }

    @Test
    void shouldKeepTicketsValidOnceClosed() {
        Ticket<Void> done = engine.submit(new SaveTask(task("t")));
        Ticket<Void> refused = engine.submit(new SaveTask(task("t")));
        engine.close();
        assertDoesNotThrow(() -> done.await());
        assertThrowsExactly(AlreadyExistsException.class, refused::await);
        assertEquals(1, done.position());
        assertEquals(ResultCode.ALREADY_EXISTS, refused.code());
    }

    @Test
    void shouldTellCountersAndFailureOnceClosed() {
        aggregator.saveTask(task("t"));
        engine.close();
        Counters counters = engine.counters();
        assertEquals(1, counters.position());
        assertEquals(0, counters.depth());
        assertEquals(Optional.empty(), engine.failure());
    }

    @Test
    void shouldApplyWhatWasAcceptedBeforeTheClose() {
        List<Ticket<Void>> tickets = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            tickets.add(engine.submit(new SaveTask(task("t" + i))));
        }
        engine.close();
        for (Ticket<Void> ticket : tickets) {
            assertTrue(ticket.isDone());
            assertEquals(ResultCode.OK, ticket.code());
        }
        assertEquals(1_000, engine.counters().position());
    }

    @Test
    void shouldCloseFromSeveralThreadsAtOnce() throws Exception {
        aggregator.saveTask(task("t"));
        Callable<Boolean> closing =
                () -> {
                    engine.close();
                    // whoever returns from close finds it closed
                    assertThrowsExactly(EngineClosedException.class, engine::snapshot);
                    return true;
                };
        assertEquals(
                List.of(true, true, true, true),
                Concurrently.run(List.of(closing, closing, closing, closing)));
    }

    @Test
    void shouldLoseNoSuccessfulWriteAndHangNoWriterWhenClosedInTheMiddle() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        List<Callable<Integer>> jobs = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            String prefix = "t" + thread + "-";
            jobs.add(() -> writeUntilClosed(prefix, begun));
        }
        jobs.add(
                () -> {
                    Concurrently.until(() -> begun.get() > 200, "the others write");
                    engine.close();
                    return 0;
                });
        int successes = Concurrently.run(jobs).stream().mapToInt(Integer::intValue).sum();
        assertEquals(successes, engine.counters().position());
    }

    @Test
    void shouldNotShareAnythingBetweenEnginesOfTheSameName() {
        StateEngine another = openAnother(config -> config);
        aggregator.commitBlock(block(1), List.of(taskIn(block(1), "t")), 0);
        assertEquals(List.of(), another.aggregator().listPendingTasks());
        assertEquals(-1, another.aggregator().getLastProcessedBlock(CHAIN));
        another.close();
        assertEquals(1, aggregator.listPendingTasks().size());
    }

    @Test
    void shouldGiveAnInterruptedCallerItsFlagBack() throws Exception {
        List<Boolean> flags =
                Concurrently.run(
                        List.of(
                                () -> {
                                    Thread.currentThread().interrupt();
                                    try {
                                        aggregator.saveTask(task("t"));
                                    } catch (OutcomeUnknownException stoppedWaiting) {
                                        assertEquals(ResultCode.INTERRUPTED, stoppedWaiting.code());
                                    }
                                    return Thread.interrupted();
                                }));
        assertEquals(List.of(true), flags);
        engine.barrier();
        assertEquals(Optional.of(task("t")), aggregator.getTask("t"));
    }

    private int writeUntilClosed(String prefix, AtomicInteger begun) {
        int successes = 0;
        try {
            while (true) {
                begun.incrementAndGet();
                aggregator.saveTask(task(prefix + successes));
                successes++;
            }
        } catch (EngineClosedException closed) {
            return successes;
        }
    }
}
