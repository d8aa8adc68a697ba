package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.Change;
import io.strait.api.Snapshot;
import io.strait.api.Ticket;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.write.Write;
import io.strait.conformance.Views;
import io.strait.engine.image.ImageHash;
import io.strait.engine.image.Keys;
import io.strait.engine.image.StateImage;
import io.strait.model.CommandStream;
import io.strait.model.ModelState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine against a slow, obvious model: random writes that collide, and after every one of them the same outcome, the same
 * change told, and the same state, through every read. Single-threaded, so that a seed replays a failure.
 */
class ModelCheckTest {
    /** Eight seeds of a quarter of a million: two million writes in every build; fewer per mutant under PIT. */
    private static final long WRITES_PER_SEED = Long.getLong("strait.model.writes", 250_000);

    private static final long WRITES_PER_LONG_SEED = 5_000_000;
    private static final int HELD_SNAPSHOTS = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldAgreeWithTheModelAfterEveryWrite(long seed) {
        check(seed, WRITES_PER_SEED, Keys.STANDARD);
    }

    @Test
    void shouldAgreeWithTheModelWhenAllIdsHaveOneKey() {
        check(7, WRITES_PER_SEED, Keys.masked(0));
    }

    @Test
    void shouldAgreeWithTheModelWhenIdsShareFourKeys() {
        check(8, WRITES_PER_SEED, Keys.masked(3));
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void shouldAgreeWithTheModelForLong(long seed) {
        check(seed, WRITES_PER_LONG_SEED, seed % 2 == 0 ? Keys.STANDARD : Keys.masked(1));
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

    private static void check(long seed, long writeCount, Keys keys) {
        CommandStream stream = new CommandStream(seed);
        ModelState model = new ModelState(CommandStream.tightLimits());
        List<Held> held = new ArrayList<>();
        try (DrivenEngine engine = new DrivenEngine(CommandStream.tightLimits(), keys)) {
            for (long i = 0; i < writeCount; i++) {
                long timeMs = stream.nextTimeMs();
                Write<?> write = stream.nextWrite();
                try {
                    checkWrite(engine, model, write, timeMs);
                    if (i % 97 == 0) {
                        hold(held, engine.snapshot(), model.copy(), (int) (i / 97));
                    }
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError(
                            "seed=" + seed + " write #" + i + " " + write + ": " + e, e);
                }
            }
            held.forEach(Held::check);
        }
    }

    private static <R> void checkWrite(
            DrivenEngine engine, ModelState model, Write<R> write, long timeMs) {
        Ticket<R> ticket = engine.submit(write, timeMs);
        engine.runWriter();
        R expected = null;
        RefusedException refusal = null;
        try {
            expected = model.apply(write, timeMs);
        } catch (RefusedException e) {
            refusal = e;
        }
        assertEquals(model.position(), ticket.position(), "position");
        checkOutcome(ticket, expected, refusal);
        List<Change> changes = engine.takeChanges();
        if (refusal == null && model.lastWriteChanged()) {
            assertEquals(
                    List.of(new Change(model.position(), timeMs, write, expected)), changes);
        } else {
            assertEquals(List.of(), changes, "told although nothing changed");
        }
        Views.assertAgree(model.aggregator(), engine.strait().aggregator());
        Views.assertAgree(model.executor(), engine.strait().executor());
    }

    private static <R> void checkOutcome(Ticket<R> ticket, R expected, RefusedException refusal) {
        if (refusal == null) {
            assertEquals(ResultCode.OK, ticket.code());
            assertEquals(expected, ticket.await(), "result");
            return;
        }
        assertEquals(refusal.code(), ticket.code(), refusal::getMessage);
        try {
            ticket.await();
            throw new AssertionError("accepted, but should be refused", refusal);
        } catch (RefusedException e) {
            assertEquals(refusal.getClass(), e.getClass());
            assertEquals(refusal.getMessage(), e.getMessage());
        }
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
        try (DrivenEngine engine = new DrivenEngine(CommandStream.tightLimits(), Keys.STANDARD)) {
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
        StateImage image = engine.parts().publication.imageAcquire();
        AggregatorView aggregator = engine.strait().aggregator();
        return ImageHash.of(image, chain -> aggregator.getLastProcessedBlock(chain.chain()));
    }

    private record Held(Snapshot snapshot, ModelState model) {
        void check() {
            assertEquals(model.position(), snapshot.position(), "position of a held snapshot");
            Views.assertAgree(model.aggregator(), snapshot.aggregator());
            Views.assertAgree(model.executor(), snapshot.executor());
        }
    }
}
