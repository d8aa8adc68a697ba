package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Close races with writers, with readers and with itself: what was accepted is published, what was
 * not is refused, and nobody is left behind. Seen to fail when close does not drain, when a closed
 * lane accepts, when a second closer does not wait, and when live reads end before the lane is
 * drained.
 */
class CloseRaceTest {
    private static final int WRITERS = 3;
    private static final int WRITES_BEFORE_CLOSE = 20;

    /**
     * Each write is of a chain of its own, and how many there are before the closers get a core is
     * the scheduler's to say: more than ten thousand once.
     */
    private static final Limits MANY_CHAINS = Limits.builder().maxChains(1 << 24).build();

    @Test
    void shouldPublishOrRefuseEveryWriteThatRacesWithClose() {
        Trials.run(
                trial -> {
                    LastSnapshot last = new LastSnapshot();
                    Strait engine =
                            Strait.open(
                                    Trials.config(trial).limits(MANY_CHAINS).build(),
                                    TestKeys.STANDARD,
                                    last::at);
                    last.engine = engine;
                    List<Caller<Written>> writers = new ArrayList<>();
                    for (int writer = 0; writer < WRITERS; writer++) {
                        int first = writer * 1_000_000;
                        boolean async = (writer + trial) % 2 == 0;
                        writers.add(Caller.compute(writing(engine, first, async)));
                    }
                    Caller<Void> reader = Caller.start(() -> readUntilClosed(engine));
                    Trials.await(
                            "some writes",
                            () -> engine.counters().position() >= WRITES_BEFORE_CLOSE);
                    List<Caller<Void>> closers =
                            List.of(
                                    Caller.start(() -> close(engine)),
                                    Caller.start(() -> close(engine)));
                    closers.forEach(Caller::assertReturned);
                    close(engine);
                    for (Caller<Written> writer : writers) {
                        writer.value().assertKept(last.snapshot);
                    }
                    reader.assertReturned();
                });
    }

    @Test
    void shouldDrainWhatWasAcceptedBeforeClose() {
        Trials.run(
                trial -> {
                    LastSnapshot last = new LastSnapshot();
                    ScriptedProbe probe = new ScriptedProbe();
                    Strait engine =
                            Strait.open(
                                    Trials.config(trial).maxBatch(1 + trial % 2).build(),
                                    TestKeys.STANDARD,
                                    step -> {
                                        probe.at(step);
                                        last.at(step);
                                    });
                    last.engine = engine;
                    Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
                    Ticket<Void> first = CrowdMember.submit(engine, 0);
                    stall.awaitArrived();
                    int lane = 2 << trial % 4;
                    Crowd crowd = Crowd.start(engine, lane - 1);
                    Trials.await("lane full", () -> engine.counters().depth() == lane);
                    List<Caller<Void>> closers =
                            List.of(
                                    Caller.start(() -> close(engine)),
                                    Caller.start(() -> close(engine)));
                    Trials.await("refusing", () -> isRefusing(engine));
                    closers.forEach(closer -> assertTrue(closer.isRunning()));
                    stall.end();
                    closers.forEach(Caller::assertReturned);
                    assertEquals(ResultCode.OK, first.code());
                    crowd.callers().forEach(Caller::assertReturned);
                    crowd.assertVisibleIffTold(last.snapshot);
                });
    }

    private static boolean isRefusing(Strait engine) {
        try {
            engine.submit(new DeleteTask("none"));
            return false;
        } catch (EngineClosedException e) {
            return true;
        } catch (BackPressureException e) {
            return false;
        }
    }

    private static Callable<Written> writing(Strait engine, int first, boolean async) {
        return () -> {
            Written written = new Written(first);
            while (written.refused == null) {
                written.write(engine, async);
            }
            return written;
        };
    }

    /** Whoever returns from close, the first or not, finds the engine closed. */
    private static void close(Strait engine) {
        engine.close();
        assertClosed(engine);
    }

    private static void readUntilClosed(Strait engine) {
        long position = 0;
        try {
            while (true) {
                Snapshot snapshot = engine.snapshot();
                assertTrue(snapshot.position() >= position);
                position = snapshot.position();
                engine.aggregator().getLastProcessedBlock(CrowdMember.chain(0));
                engine.executor().listPerformers();
                // Else a core would be this thread's alone, and another one the writer's.
                Thread.yield();
            }
        } catch (EngineClosedException e) {
            assertEquals(ResultCode.CLOSED, e.code());
        }
    }

    private static void assertClosed(Strait engine) {
        assertThrows(EngineClosedException.class, engine::snapshot);
        assertThrows(EngineClosedException.class, engine::barrier);
        assertThrows(EngineClosedException.class, () -> CrowdMember.submit(engine, 0));
        assertThrows(
                EngineClosedException.class,
                () -> engine.aggregator().getLastProcessedBlock(CrowdMember.chain(0)));
        assertThrows(EngineClosedException.class, () -> engine.executor().listPerformers());
        assertTrue(engine.failure().isEmpty());
        assertTrue(engine.counters().position() > 0);
    }

    /** What one thread wrote until it was refused: each write to a chain of its own. */
    private static final class Written {
        private final List<Ticket<Void>> tickets = new ArrayList<>();
        private final int first;
        private int next;
        private EngineClosedException refused;

        Written(int first) {
            this.first = first;
            this.next = first;
        }

        void write(Strait engine, boolean async) {
            try {
                if (async) {
                    tickets.add(CrowdMember.submit(engine, next));
                } else {
                    engine.aggregator().setLastProcessedBlock(CrowdMember.chain(next), next);
                }
                next++;
            } catch (EngineClosedException e) {
                refused = e;
            }
        }

        /**
         * All that was accepted is there, in the snapshot that was published last; what was refused
         * is not.
         */
        void assertKept(Snapshot last) {
            for (Ticket<Void> ticket : tickets) {
                Trials.await("ticket done", ticket::isDone);
                assertEquals(ResultCode.OK, ticket.code());
            }
            for (int number = first; number < next; number++) {
                int lost = number;
                assertTrue(CrowdMember.isProcessed(number).test(last), () -> "lost: " + lost);
            }
            assertFalse(CrowdMember.isProcessed(next).test(last), "refused, and there");
        }
    }

    /** Takes a snapshot of every batch. */
    private static final class LastSnapshot {
        private volatile Strait engine;
        private volatile Snapshot snapshot;

        void at(WriterStep step) {
            if (step == WriterStep.AFTER_ACKNOWLEDGE && engine != null) {
                snapshot = engine.snapshot();
            }
        }
    }
}
