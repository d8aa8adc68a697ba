package io.strait.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The index against a map, at the newest position and at pinned ones. Seen to fail when a segment
 * that splits or shrinks loses entries, when a search stops at the first bucket, when it does not
 * ask whether a cell was there, and when the doubled directory leads to the wrong segments.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CellIndexTest {
    private static final int IDS = 20_000;
    private static final int KIND = 1;
    private static final int ID = Cells.HEADER_WORDS;

    private Keys keys;
    private Arena arena;
    private CellIndex index;
    private long position;
    private int sought;
    private final CellMatch match = (chunk, at, cell) -> chunk[at + ID] == sought;
    private final KeyMatch keyMatch = (chunk, at, cell, key, number) -> chunk[at + ID] == number;

    @BeforeEach
    void setUp() {
        open(TestKeys.STANDARD);
    }

    /** As it grows, is emptied, and grows again. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0x3FF, 3, 0})
    void shouldFindWhatIsThereAndNothingElse(long mask) {
        open(TestKeys.masked(mask));
        int ids = mask == -1 ? IDS : 600;
        SplittableRandom random = new SplittableRandom(mask);
        Map<Integer, Integer> model = new HashMap<>();
        for (int i = 0; i < 12 * ids; i++) {
            boolean isFilling = i / (2 * ids) % 2 == 0;
            int id = random.nextInt(ids);
            int cell = find(id);
            assertEquals(model.getOrDefault(id, Cells.NONE), cell, () -> "id=" + id);
            if (cell == Cells.NONE && random.nextInt(80) < (isFilling ? 80 : 1)) {
                model.put(id, add(id));
            } else if (cell != Cells.NONE && random.nextInt(4) < (isFilling ? 1 : 4)) {
                arena.drop(cell);
                model.remove(id);
            }
            if (i % 7 == 0) {
                publish();
            }
            if (i % (2 * ids) == 0) {
                publish();
                requireAll(model, position, ids);
            }
        }
        publish();
        requireAll(model, position, ids);
    }

    @Test
    void shouldFindAtAPinnedPositionWhatWasThereThen() {
        SplittableRandom random = new SplittableRandom(5);
        Map<Integer, Integer> model = new HashMap<>();
        List<Object> holders = new ArrayList<>();
        Map<Long, Map<Integer, Integer>> pinned = new HashMap<>();
        for (int i = 0; i < 40_000; i++) {
            int id = random.nextInt(1_000);
            int cell = find(id);
            if (cell == Cells.NONE) {
                model.put(id, add(id));
            } else {
                arena.drop(cell);
                model.remove(id);
            }
            publish();
            if (i % 4_000 == 0) {
                Object holder = new Object();
                holders.add(holder);
                arena.pin(position, holder);
                pinned.put(position, Map.copyOf(model));
            }
        }
        pinned.forEach((at, then) -> requireAll(then, at, 1_000));
        assertEquals(10, holders.size());
    }

    /** The dead that are not free yet are found by those who ask for them. */
    @Test
    void shouldFindTheDeadUntilTheyAreFree() {
        sought = 7;
        int first = add(7);
        publish();
        arena.drop(first);
        assertEquals(Cells.NONE, find(7));
        assertEquals(first, index.findNewest(hash(7), match));
        publish();
        for (int i = 100; i < 110; i++) {
            arena.drop(add(i));
            publish();
            arena.drop(find(i) == Cells.NONE ? add(i) : find(i));
            publish();
        }
        for (int i = 0; i < 20; i++) {
            int cell = add(200 + i);
            publish();
            arena.drop(cell);
            publish();
        }
        sought = 7;
        assertEquals(Cells.NONE, index.findNewest(hash(7), match));
    }

    @Test
    void shouldRefuseToRemoveWhatIsNotThere() {
        int cell = add(1);
        assertThrows(IllegalStateException.class, () -> index.remove(cell, hash(2)));
        assertEquals(cell, find(1));
    }

    @Test
    void shouldSplitSegmentAfterSegment() {
        for (int i = 0; i < IDS; i++) {
            add(i);
        }
        publish();
        int segments = index.segmentCount();
        assertTrue(segments >= 8 && segments <= 32, "segments=" + segments);
    }

    @Test
    void shouldNotGrowWithWhatCameAndWent() {
        for (int i = 0; i < 500; i++) {
            add(i);
        }
        for (int i = 500; i < 200_000; i++) {
            arena.drop(find(i - 500));
            add(i);
            publish();
        }
        assertEquals(1, index.segmentCount());
        for (int i = 0; i < 200_000; i++) {
            assertEquals(i >= 199_500, findAt(i, position) != Cells.NONE, "id=" + i);
        }
    }

    private void requireAll(Map<Integer, Integer> model, long at, int ids) {
        for (int id = 0; id < ids; id++) {
            assertEquals(model.getOrDefault(id, Cells.NONE), findAt(id, at), "id=" + id);
        }
    }

    private void open(Keys with) {
        keys = with;
        arena = new Arena(4);
        index = new CellIndex(arena.cells());
        arena.setOwner(KIND, this::onFree);
        position = 0;
    }

    private void onFree(int cell) {
        index.remove(cell, hash(arena.cells().word(cell, ID)));
    }

    private int add(int id) {
        int cell = arena.make(ID + 1, KIND);
        arena.cells().word(cell, ID, id);
        index.insert(cell, hash(id));
        return cell;
    }

    private int find(int id) {
        sought = id;
        return index.find(hash(id), match);
    }

    private int findAt(int id, long at) {
        return index.findAt(at, hash(id), keyMatch, null, id);
    }

    private void publish() {
        position++;
        arena.publish(position);
    }

    private int hash(long id) {
        return keys.of(5, id);
    }
}
