package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Change;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.Write;
import io.strait.conformance.Views;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.model.CommandStream;
import io.strait.model.ModelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine against a slow, obvious model: random writes that collide, and after every one of them
 * the same outcome, the same change told, and the same state, through every read. Single-threaded,
 * so that a seed replays a failure.
 */
class ModelCheckTest {
    /**
     * Eight seeds of a quarter of a million, one by one: two million writes in every build, and two
     * more seeds in batches. Fewer per mutant under PIT.
     */
    private static final long WRITES_PER_SEED = Long.getLong("strait.model.writes", 250_000);

    private static final long WRITES_PER_LONG_SEED = 5_000_000;
    private static final int HELD_SNAPSHOTS = 8;
    private static final List<String> IDS = CommandStream.allIds();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldAgreeWithTheModelAfterEveryWrite(long seed) {
        check(seed, WRITES_PER_SEED, TestKeys.STANDARD, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void shouldAgreeWithTheModelAfterEveryBatch(long seed) {
        check(seed, WRITES_PER_SEED, TestKeys.STANDARD, 8);
    }

    @Test
    void shouldAgreeWithTheModelWhenAllIdsHaveOneKey() {
        check(7, WRITES_PER_SEED, TestKeys.masked(0), 1);
    }

    @Test
    void shouldAgreeWithTheModelWhenIdsShareFourKeys() {
        check(8, WRITES_PER_SEED, TestKeys.masked(3), 1);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void shouldAgreeWithTheModelForLong(long seed) {
        Keys keys = seed % 2 == 0 ? TestKeys.STANDARD : TestKeys.masked(1);
        check(seed, WRITES_PER_LONG_SEED, keys, seed < 103 ? 1 : 20);
    }

    @Test
    void shouldReachTheSameStateHashWhenTheSameStreamIsAppliedTwice() {
        for (long seed = 20; seed < 24; seed++) {
            List<Long> first = hashes(seed, 1);
            assertEquals(first, hashes(seed, 1), "seed=" + seed);
            assertEquals(first, hashes(seed, 50), "in batches, seed=" + seed);
        }
    }

    @Test
    void shouldReachOtherStateHashesWhenTheStreamsDiffer() {
        assertTrue(!hashes(20, 1).equals(hashes(21, 1)), "the hash does not look at the state");
    }

    private static void check(long seed, long writeCount, Keys keys, int maxBatch) {
        CommandStream stream = new CommandStream(seed);
        SplittableRandom batches = new SplittableRandom(seed);
        ModelState model = new ModelState(CommandStream.tightLimits());
        List<Held> held = new ArrayList<>();
        try (DrivenEngine engine = new DrivenEngine(CommandStream.tightLimits(), keys)) {
            int count = 0;
            for (long i = 0; i < writeCount; count++) {
                int batch = 1 + batches.nextInt(maxBatch);
                i += batch;
                try {
                    checkBatch(engine, model, stream, batch);
                    checkAnId(engine, model, count);
                    if (count % 97 == 0) {
                        hold(held, engine.snapshot(), model.copy(), count / 97);
                    }
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(stream + " maxBatch=" + maxBatch + ": " + e, e);
                }
            }
            held.forEach(Held::check);
        }
    }

    private static void checkBatch(
            DrivenEngine engine, ModelState model, CommandStream stream, int batch) {
        List<Expected<?>> expected = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            long timeMs = stream.nextTimeMs();
            expected.add(Expected.of(engine, model, stream.nextWrite(), timeMs));
        }
        engine.runWriter();
        expected.forEach(Expected::check);
        assertEquals(
                expected.stream().map(Expected::change).flatMap(Optional::stream).toList(),
                engine.takeChanges(),
                "changes told");
        Views.assertAgree(model.aggregator(), engine.strait().aggregator());
        Views.assertAgree(model.executor(), engine.strait().executor());
    }

    /** Asks for one id of all, in turns: what is not there must not be found either. */
    private static void checkAnId(DrivenEngine engine, ModelState model, int turn) {
        String id = IDS.get(turn % IDS.size());
        Views.assertAgreeOnId(id, model.aggregator(), engine.strait().aggregator());
        Views.assertAgreeOnId(id, model.executor(), engine.strait().executor());
    }

    /** Keeps some snapshots for long, and checks each when it makes room for the next. */
    private static void hold(List<Held> held, Snapshot snapshot, ModelState model, int count) {
        Held next = new Held(snapshot, model);
        if (held.size() < HELD_SNAPSHOTS) {
            held.add(next);
        } else {
            // Slot 0 turns over eight times as often as slot 7.
            int slot = Integer.numberOfTrailingZeros(count | 1 << (HELD_SNAPSHOTS - 1));
            held.set(slot, next).check();
        }
    }

    private static List<Long> hashes(long seed, int batch) {
        CommandStream stream = new CommandStream(seed);
        List<Long> hashes = new ArrayList<>();
        try (DrivenEngine engine =
                new DrivenEngine(CommandStream.tightLimits(), TestKeys.STANDARD)) {
            for (int i = 1; i <= 20_000; i++) {
                long timeMs = stream.nextTimeMs();
                engine.submit(stream.nextWrite(), timeMs);
                if (i % batch == 0) {
                    engine.runWriter();
                    engine.takeChanges();
                }
                if (i % 500 == 0) {
                    hashes.add(hash(engine));
                }
            }
        }
        return hashes;
    }

    private static long hash(DrivenEngine engine) {
        return StateHash.of(engine.strait().aggregator(), engine.strait().executor());
    }

    /** A write that was submitted to the engine, and what the model says of it. */
    private record Expected<R>(
            Ticket<R> ticket,
            long position,
            R result,
            RefusedException refusal,
            Optional<Change> change) {
        static <R> Expected<R> of(
                DrivenEngine engine, ModelState model, Write<R> write, long timeMs) {
            Ticket<R> ticket = engine.submit(write, timeMs);
            try {
                R result = model.apply(write, timeMs);
                long position = model.position();
                Change change = new Change(position, timeMs, write, result);
                return new Expected<>(
                        ticket,
                        position,
                        result,
                        null,
                        Optional.of(change).filter(c -> model.lastWriteChanged()));
            } catch (RefusedException e) {
                return new Expected<>(ticket, model.position(), null, e, Optional.empty());
            }
        }

        void check() {
            assertEquals(position, ticket.position(), "position");
            if (refusal == null) {
                assertEquals(ResultCode.OK, ticket.code());
                assertEquals(result, ticket.await(), "result");
                return;
            }
            assertEquals(refusal.code(), ticket.code(), refusal::getMessage);
            RefusedException thrown = assertThrows(refusal.getClass(), ticket::await);
            assertEquals(refusal.getMessage(), thrown.getMessage());
        }
    }

    private record Held(Snapshot snapshot, ModelState model) {
        void check() {
            assertEquals(model.position(), snapshot.position(), "position of a held snapshot");
            Views.assertAgree(model.aggregator(), snapshot.aggregator());
            Views.assertAgree(model.executor(), snapshot.executor());
        }
    }
}
