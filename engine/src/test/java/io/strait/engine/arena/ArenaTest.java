package io.strait.engine.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What died becomes free once, in the order in which it died, not before its time, and not while a
 * pinned position can see it. Seen to fail when the ring of those that wait grows without being
 * straightened, when the quarantine is not kept, when it is not asked whether a death is published,
 * when pins are not asked, when what was kept for one is not looked at again as it goes, and when
 * all of it is looked at in one go, or never more than a fixed number of things.
 */
class ArenaTest {
    private static final int KIND = 3;
    private static final int WORDS = 16;

    private Arena arena;
    private long position;

    /** The cells that became free, in their order. */
    private final Queue<Integer> freed = new ArrayDeque<>();

    private final List<Object> holders = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 256})
    void shouldFreeInTheOrderOfDeathAndNotBeforeItsTime(int quarantine) {
        open(quarantine);
        SplittableRandom random = new SplittableRandom(quarantine);
        Queue<Integer> waiting = new ArrayDeque<>();
        Queue<Long> deaths = new ArrayDeque<>();
        List<Integer> alive = new ArrayList<>();
        int made = 0;
        for (int batch = 1; batch <= 400; batch++) {
            // Now and then more die in one batch than the ring had room for.
            int count = batch % 50 == 0 ? 20 * batch : random.nextInt(8);
            for (int i = 0; i < count && i < alive.size(); i++) {
                waiting.add(alive.get(i));
                deaths.add(arena.batch());
                arena.drop(alive.get(i));
                requireFreed(waiting, deaths, quarantine);
            }
            alive.subList(0, Math.min(count, alive.size())).clear();
            int births = batch % 50 == 49 ? 20 * batch + 20 : random.nextInt(9);
            for (int i = 0; i < births; i++) {
                alive.add(arena.make(WORDS, KIND));
                requireFreed(waiting, deaths, quarantine);
                made++;
            }
            publish(1 + random.nextInt(3));
        }
        assertTrue(made > 10_000, "made=" + made);
        for (int i = 0; i < 100_000 && waiting.size() > quarantine; i++) {
            arena.drop(arena.make(WORDS, KIND + 1));
        }
        assertEquals(quarantine, waiting.size() - freed.size());
    }

    /** Only those of published batches, and no more than two each time. */
    private void requireFreed(Queue<Integer> waiting, Queue<Long> deaths, int quarantine) {
        assertTrue(freed.size() <= 2, "two at the most");
        while (!freed.isEmpty()) {
            assertEquals(waiting.remove(), freed.remove());
            assertTrue(deaths.remove() <= position, "not published");
            assertTrue(waiting.size() >= quarantine, "before its time");
        }
    }

    /** Nobody has seen it. */
    @Test
    void shouldFreeAtOnceWhatTheBatchHasMade() {
        open(256);
        int cell = arena.make(WORDS, KIND);
        assertTrue(arena.isUnpublished(cell));
        arena.drop(cell);
        assertEquals(List.of(cell), List.copyOf(freed));
        assertEquals(cell, arena.make(WORDS, KIND));
        publish(1);
        assertFalse(arena.isUnpublished(cell));
        arena.drop(cell);
        assertEquals(1, freed.size());
    }

    @Test
    void shouldRaiseTheHorizonBeforeWhatDiedIsUsedAgain() {
        open(1);
        int first = arena.make(WORDS, KIND);
        int second = arena.make(WORDS, KIND);
        publish(3);
        arena.drop(first);
        publish(3);
        assertTrue(arena.horizon().validate(3), "first waits");
        arena.drop(second);
        int third = arena.make(WORDS, KIND);
        assertEquals(first, third);
        assertFalse(arena.horizon().validate(3), "first died at 4");
        assertTrue(arena.horizon().validate(6), "second waits");
        assertFalse(arena.horizon().mayBeValid(3));
        assertTrue(arena.horizon().mayBeValid(4));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "1, 3", "4, 4", "256, 5"})
    void shouldKeepWhatPinnedPositionsSee(int quarantine, long seed) {
        open(quarantine);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Integer, Long> bornAt = new HashMap<>();
        Map<Integer, Long> diedAt = new HashMap<>();
        List<Integer> alive = new ArrayList<>();
        List<Long> pinned = new ArrayList<>();
        for (int batch = 0; batch < 3_000; batch++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                int cell = arena.make(WORDS, KIND);
                takeFreed(bornAt, diedAt, pinned);
                bornAt.put(cell, arena.batch());
                alive.add(cell);
            }
            for (int i = random.nextInt(4); i > 0 && !alive.isEmpty(); i--) {
                int cell = alive.remove(random.nextInt(alive.size()));
                diedAt.put(cell, arena.batch());
                if (arena.isUnpublished(cell)) {
                    bornAt.put(cell, Long.MAX_VALUE); // seen by nobody
                }
                arena.drop(cell);
                takeFreed(bornAt, diedAt, pinned);
            }
            publish(1 + random.nextInt(3));
            takeFreed(bornAt, diedAt, pinned);
            if (random.nextInt(5) == 0) {
                holders.add(new Object());
                arena.pin(position, holders.get(holders.size() - 1));
                pinned.add(position);
            }
            if (!pinned.isEmpty() && random.nextInt(6) == 0) {
                unpin(pinned.remove(random.nextInt(pinned.size())));
            }
        }
        while (!pinned.isEmpty()) {
            unpin(pinned.remove(random.nextInt(pinned.size())));
        }
        while (arena.release()) {}
        assertTrue(arena.pins().isEmpty());
        // Whatever was kept is let go: all but those in quarantine.
        for (int i = 0; i < 10_000; i++) {
            int cell = arena.make(WORDS, KIND + 1);
            publish(1);
            arena.drop(cell);
            takeFreed(bornAt, diedAt, pinned);
        }
        assertEquals(Set.of(), new HashSet<>(diedAt.keySet()));
        assertEquals(new HashSet<>(alive), bornAt.keySet());
    }

    /** So that no batch waits for long, whatever a snapshot has kept. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 400})
    void shouldReleaseWhatPinsKeptLittleByLittle(int pins) {
        open(0);
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            cells.add(arena.make(WORDS, KIND));
        }
        publish(1);
        for (int i = 0; i < pins; i++) {
            holders.add(new Object());
            arena.pin(position, holders.get(i));
            publish(1);
        }
        for (int cell : cells) {
            arena.drop(cell);
        }
        publish(1);
        for (int i = 0; i < cells.size(); i++) {
            arena.drop(arena.make(WORDS, KIND + 1)); // ends the quarantine of two
        }
        publish(1);
        assertEquals(List.of(), List.copyOf(freed));
        for (int i = 1; i <= pins; i++) {
            unpin(i);
        }
        int most = Arena.RELEASED_EACH;
        int steps = cells.size() + 2 * pins;
        for (int i = 0; i <= steps / most; i++) {
            int before = freed.size();
            publish(1);
            assertTrue(freed.size() <= before + most, () -> freed.size() + " after " + before);
        }
        assertTrue(arena.pins().isEmpty());
        assertEquals(new HashSet<>(cells), new HashSet<>(freed));
        assertEquals(cells.size(), freed.size());
    }

    /** A batch that lets much go releases as much, so that not ever more is kept. */
    @Test
    void shouldReleaseFasterThanSnapshotsKeep() {
        open(0);
        int most = 0;
        for (int round = 0; round < 200; round++) {
            List<Integer> cells = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                cells.add(arena.make(WORDS, KIND));
            }
            publish(1);
            Object holder = new Object();
            holders.add(holder);
            arena.pin(position, holder);
            long pinned = position;
            for (int cell : cells) {
                arena.drop(cell);
            }
            publish(1);
            unpin(pinned);
            most = Math.max(most, 500 * (round + 1) - freed.size());
        }
        assertTrue(most <= 1_000, "kept: " + most);
    }

    private void takeFreed(
            Map<Integer, Long> bornAt, Map<Integer, Long> diedAt, List<Long> pinned) {
        while (!freed.isEmpty()) {
            int cell = freed.remove();
            Long died = diedAt.remove(cell);
            long born = bornAt.remove(cell);
            assertTrue(died != null, "is alive");
            for (long at : pinned) {
                assertFalse(born <= at && at < died, () -> at + " sees " + born + ".." + died);
            }
        }
    }

    private void open(int quarantine) {
        arena = new Arena(quarantine);
        arena.setOwner(KIND, freed::add);
        position = 0;
    }

    private void publish(int commands) {
        position += commands;
        arena.publish(position);
    }

    /** As if its holder were gone. */
    private void unpin(long at) {
        arena.pins().seeing(at, at + 1).enqueue();
    }
}
