package io.strait.engine.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memory against a map of what was stored. Seen to fail when cells overlap, when the cells of a
 * full chunk are not given out again, when a chunk that is empty is not released, when what is led
 * to a released one does not find its cells free, when the directory of chunks loses some as it
 * grows, and when an object outlives its cell or is another cell's.
 */
class CellsTest {
    private static final int CHUNK_WORDS = 8_192;
    private static final int STEPS = 60_000;

    private final Cells cells = new Cells(Cells.MAX_CHUNKS);
    private final Map<Integer, Stored> model = new HashMap<>();
    private final List<Integer> taken = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldKeepWhatIsStored(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int most = 3_000;
        for (int step = 0; step < STEPS; step++) {
            if (taken.size() < most && random.nextInt(5) > 1 || taken.isEmpty()) {
                take(words(random), step, random);
            } else {
                int last = taken.size() - 1;
                int which = random.nextInt(taken.size());
                int cell = taken.get(which);
                taken.set(which, taken.get(last));
                taken.remove(last);
                requireStored(cell);
                model.remove(cell);
                cells.free(cell);
                requireFree(cell);
            }
            if (step % 5_000 == 0) {
                most = random.nextInt(3_000);
                taken.forEach(this::requireStored);
            }
        }
        taken.forEach(this::requireStored);
    }

    @Test
    void shouldUseCellsAgainBeforeMemoryGrows() {
        for (int words : new int[] {16, 20, 100, 500, 5_000, 50_000}) {
            List<Integer> first = takeAll(100, words);
            long capacity = cells.capacityWords();
            Set<Integer> taken = new HashSet<>(first);
            for (int i = 0; i < 100; i += 2) {
                cells.free(first.get(i));
                taken.remove(first.get(i));
            }
            taken.addAll(takeAll(50, words));
            assertEquals(100, taken.size());
            assertEquals(capacity, cells.capacityWords(), () -> words + " words");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 400, 9_000, 1_000_000})
    void shouldReleaseChunksThatAreEmpty(int words) {
        int count = words > CHUNK_WORDS ? 12 : 400_000 / words;
        List<Integer> all = takeAll(count, words);
        long peak = cells.capacityWords();
        all.forEach(cells::free);
        requireReleased(peak);
        all.forEach(this::requireFree);
        // From the last one on.
        List<Integer> others = takeAll(count, words);
        for (int i = count - 1; i >= 0; i--) {
            cells.free(others.get(i));
        }
        others.forEach(this::requireFree);
        requireReleased(peak);
    }

    private void requireReleased(long peak) {
        long left = cells.capacityWords();
        assertTrue(left <= peak / 5, () -> left + " of " + peak);
    }

    /** What a released chunk leaves is used for cells of other sizes. */
    @Test
    void shouldUseReleasedChunksForOtherCells() {
        List<Integer> small = takeAll(5_000, 16);
        long capacity = cells.capacityWords();
        small.forEach(cells::free);
        for (int i = 0; i < 100; i++) {
            takeAll(300, 16 + 4 * i).forEach(cells::free);
        }
        takeAll(1_000, 80);
        assertTrue(
                cells.capacityWords() < 12 * capacity,
                () -> cells.capacityWords() + " of " + capacity);
    }

    /** There is a chunk for some 500 cells of this size, and room for one chunk at first. */
    @Test
    void shouldKeepWhatReadersHaveAsTheDirectoryGrows() {
        int first = cells.take(16, 0, 1);
        cells.word(first, 5, 55);
        long[][] seen = cells.chunksAcquire();
        List<Integer> others = takeAll(100_000, 16);
        assertNotSame(seen, cells.chunksAcquire());
        assertSame(Cells.chunk(seen, first), Cells.chunk(cells.chunksAcquire(), first));
        assertEquals(55, Cells.chunk(seen, first)[Cells.at(first) + 5]);
        assertTrue(Cells.isThere(Cells.chunk(seen, first), Cells.at(first), 1));
        for (int i = 0; i < others.size(); i++) {
            cells.word(others.get(i), 7, i);
        }
        for (int i = 0; i < others.size(); i++) {
            assertEquals(i, cells.word(others.get(i), 7));
        }
        assertEquals(55, cells.word(first, 5));
    }

    @Test
    void shouldTellFromWhenToWhenACellIsThere() {
        int cell = cells.take(16, 0, 5);
        long[] chunk = cells.chunk(cell);
        int at = Cells.at(cell);
        assertTrue(Cells.isAlive(cells.chunk(cell), Cells.at(cell)));
        assertFalse(Cells.isThere(chunk, at, 4));
        assertTrue(Cells.isThere(chunk, at, 5));
        assertTrue(Cells.isThere(chunk, at, 1_000));
        cells.died(cell, 9);
        assertFalse(Cells.isAlive(cells.chunk(cell), Cells.at(cell)));
        assertTrue(Cells.isThere(chunk, at, 8));
        assertFalse(Cells.isThere(chunk, at, 9));
        assertTrue(Cells.isBornBy(chunk, at, 5));
        assertFalse(Cells.isBornBy(chunk, at, 4));
        cells.free(cell);
        assertFalse(Cells.isBornBy(chunk, at, 1_000));
    }

    /** Whoever is late looks where the cell was, in what is used for others now. */
    @Test
    void shouldTellThatAChunkIsUsedForOthers() {
        List<Integer> all = takeAll(5_000, 16);
        List<long[]> chunks = all.stream().map(cells::chunk).toList();
        all.forEach(cells::free);
        for (int i = 0; i < 20; i++) {
            for (int cell : takeAll(200, 40, 100)) {
                for (int word = Cells.HEADER_WORDS; word < 40; word++) {
                    cells.word(cell, word, 0); // which would be a birth long ago
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            assertFalse(Cells.isBornBy(chunks.get(i), Cells.at(all.get(i)), 99));
        }
    }

    private void take(int words, int value, SplittableRandom random) {
        int cell = cells.take(words, value & 15, value);
        assertTrue(cell != Cells.NONE);
        assertTrue(cells.room(cell) >= words, "room");
        assertNull(model.put(cell, new Stored(words, value, random.nextBoolean())), "is taken");
        for (int i = Cells.HEADER_WORDS; i < words; i++) {
            cells.word(cell, i, pattern(value, i));
        }
        assertNull(cells.objects().get(cell), "another's object");
        if (model.get(cell).hasObject) {
            cells.objects().set(cell, model.get(cell));
        }
        taken.add(cell);
    }

    private void requireStored(int cell) {
        Stored stored = model.get(cell);
        assertTrue(Cells.isAlive(cells.chunk(cell), Cells.at(cell)));
        assertEquals(stored.value & 15, cells.kind(cell));
        for (int i = Cells.HEADER_WORDS; i < stored.words; i++) {
            assertEquals(pattern(stored.value, i), cells.word(cell, i));
        }
        assertSame(stored.hasObject ? stored : null, cells.objects().get(cell));
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        assertTrue(Cells.isThere(chunk, Cells.at(cell), stored.value));
        assertTrue(Cells.isBornBy(chunk, Cells.at(cell), stored.value));
    }

    private void requireFree(int cell) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        assertFalse(Cells.isThere(chunk, Cells.at(cell), Long.MAX_VALUE - 1));
        assertFalse(Cells.isBornBy(chunk, Cells.at(cell), Long.MAX_VALUE - 1));
        assertNull(cells.objects().get(cell));
    }

    private List<Integer> takeAll(int count, int words) {
        return takeAll(count, words, 1);
    }

    private List<Integer> takeAll(int count, int words, long batch) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int cell = cells.take(words, 0, batch);
            all.add(cell);
        }
        return all;
    }

    private static long pattern(int value, int word) {
        return (long) value << 32 | word;
    }

    private static int words(SplittableRandom random) {
        return switch (random.nextInt(40)) {
            case 0 -> 20_000 + random.nextInt(20_000);
            case 1, 2 -> 100 + random.nextInt(4_000);
            default -> 4 + random.nextInt(60);
        };
    }

    private record Stored(int words, int value, boolean hasObject) {}
}
