package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Change;
import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.TaskBegin;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.Write;
import io.strait.conformance.Views;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.model.CommandStream;
import io.strait.model.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What arrives by bytes is what was meant: writes go in as drafts, and the model gets the typed
 * writes that the drafts were filled from. Outcomes, positions, changes told and the whole state
 * agree; so do snapshots that are held meanwhile. With a listener the writer makes objects of what
 * arrives, without one it does not. Lanes are small, so each wraps many times. Seen to fail when a
 * task's version and its reference timestamp change places, when a commit leaves out its last task,
 * and when a write is stamped with no time; without a listener also when a commit does not look for
 * its tasks' ids or at its parent's hash, when it does not prune, when a finished task's result is
 * lost, and when captured positions are not pinned.
 */
class DraftEqualityTest {
    private static final int WRITES_PER_SEED = 3_000;
    private static final int LONGEST_BATCH = 8;
    private static final long TOO_LONG = Long.MIN_VALUE;

    @ParameterizedTest
    @CsvSource({
        "32, true", "64, true", "128, true", "1024, true",
        "32, false", "64, false", "128, false", "1024, false"
    })
    void shouldStoreWhatTheTypedWritesMean(int laneCapacity, boolean listening) {
        for (long seed = 1; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed * laneCapacity);
            Limits limits =
                    Limits.builder()
                            .maxTasks(8)
                            .maxFinishedTasks(4)
                            .maxPayloadBytes(6 * laneCapacity)
                            .maxTasksPerCommit(4)
                            .maxChains(RandomWrites.CHAIN_COUNT)
                            .maxPerformers(9)
                            .maxProcessedTasks(9)
                            .build();
            RandomWrites writes = new RandomWrites(random, limits.maxPayloadBytes());
            Keys keys = seed == 1 ? TestKeys.masked(1) : TestKeys.STANDARD;
            Engine engine = new Engine(laneCapacity, limits, keys, listening);
            int taken = check("seed=" + seed, random, engine, writes::next);
            assertTrue(taken > WRITES_PER_SEED / 2, () -> taken + " fitted the lane");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "2, true",
        "3, true",
        "4, true",
        "1, false",
        "2, false",
        "3, false",
        "4, false"
    })
    void shouldStoreWhatStreamsOfCollidingWritesMean(long seed, boolean listening) {
        CommandStream stream = new CommandStream(seed);
        Supplier<Write<?>> writes =
                () -> {
                    stream.nextTimeMs();
                    return stream.nextWrite();
                };
        Limits limits = CommandStream.tightLimits();
        Keys keys = seed % 2 == 0 ? TestKeys.masked(0) : TestKeys.STANDARD;
        Engine engine = new Engine(128, limits, keys, listening);
        check(stream.toString(), new SplittableRandom(seed), engine, writes);
    }

    /** Returns how many writes went through the producer. */
    private static int check(
            String name, SplittableRandom random, Engine engine, Supplier<Write<?>> writes) {
        try (DrivenEngine driven = engine.open();
                Producer producer = driven.strait().exclusiveProducer()) {
            Run run = new Run(driven, producer, random, engine);
            for (int i = 0; i < WRITES_PER_SEED; i++) {
                run.add(writes.get());
                if (random.nextInt(LONGEST_BATCH) == 0) {
                    run.check();
                }
            }
            run.check();
            run.held.forEach(Held::check);
            return run.taken;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(name + " " + engine + ": " + e, e);
        }
    }

    /** One engine and its model, which are given the same writes. */
    private static final class Run {
        private final DrivenEngine driven;
        private final Producer producer;
        private final SplittableRandom random;
        private final ModelState model;
        private final DraftWriter drafts;
        private final List<Expected> expected = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Held> held = new ArrayList<>();
        private final boolean listening;
        private long nowMs = 1_700_000_000_000L;
        private int taken;

        Run(DrivenEngine driven, Producer producer, SplittableRandom random, Engine engine) {
            this.driven = driven;
            this.producer = producer;
            this.random = random;
            this.model = new ModelState(engine.limits);
            this.listening = engine.listening;
            drafts = new DraftWriter(driven.strait(), producer, random);
        }

        void add(Write<?> write) {
            nowMs += random.nextInt(3);
            driven.clock(nowMs);
            if (!DraftWriter.takes(write) || !driven.hasHandle(write)) {
                // No order is kept between a producer and the stores.
                check();
                driven.submit(write, nowMs);
                apply(write);
                driven.runWriter();
            } else {
                long ticket = hand(write);
                if (ticket != TOO_LONG) {
                    taken++;
                    expected.add(new Expected(ticket, apply(write), model.position()));
                }
            }
        }

        private long hand(Write<?> write) {
            try {
                long ticket = drafts.write(write);
                if (ticket == ResultCode.BACK_PRESSURE.code()) {
                    check();
                    assertEquals(0, producer.awaitRoom(0));
                    ticket = drafts.write(write);
                }
                assertTrue(ticket >= 0, () -> "no ticket for " + write);
                return ticket;
            } catch (InvalidArgumentException e) {
                assertEquals("slots", e.name(), e::getMessage);
                return TOO_LONG;
            }
        }

        private int apply(Write<?> write) {
            try {
                Object result = model.apply(write, nowMs);
                if (model.lastWriteChanged()) {
                    changes.add(new Change(model.position(), nowMs, write, result));
                }
                return result instanceof TaskBegin begin ? codeOf(begin) : 0;
            } catch (RefusedException e) {
                return e.code().code();
            }
        }

        void check() {
            driven.runWriter();
            for (Expected each : expected) {
                assertEquals(each.code, producer.outcome(each.ticket), each::toString);
                assertEquals(each.position, producer.position(each.ticket), each::toString);
            }
            expected.clear();
            if (listening) {
                assertEquals(changes, driven.takeChanges(), "changes told");
            }
            changes.clear();
            Views.assertAgree(model.aggregator(), driven.strait().aggregator());
            Views.assertAgree(model.executor(), driven.strait().executor());
            if (random.nextInt(10) == 0) {
                held.add(new Held(driven.snapshot(), model.copy()));
            }
            if (held.size() > 8) {
                held.remove(random.nextInt(held.size())).check();
            }
        }

        private static int codeOf(TaskBegin begin) {
            return switch (begin.standing()) {
                case FIRST -> 0;
                case ALREADY_RUNNING -> Producer.ALREADY_RUNNING;
                case ALREADY_DONE -> Producer.ALREADY_DONE;
            };
        }
    }

    /** How an engine is opened. */
    private record Engine(int laneCapacity, Limits limits, Keys keys, boolean listening) {
        DrivenEngine open() {
            return new DrivenEngine(
                    StraitConfig.builder().limits(limits).laneCapacity(laneCapacity),
                    keys,
                    listening);
        }
    }

    /** A snapshot, and what it has to be. */
    private record Held(Snapshot snapshot, ModelState model) {
        void check() {
            Views.assertAgree(model.aggregator(), snapshot.aggregator());
            Views.assertAgree(model.executor(), snapshot.executor());
        }
    }

    private record Expected(long ticket, int code, long position) {}
}
