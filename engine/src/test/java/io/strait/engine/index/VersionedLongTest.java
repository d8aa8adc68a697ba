package io.strait.engine.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.arena.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A number keeps the values of its last two batches, each for the positions where it holds, and
 * those that pinned positions need. Seen to fail when the older value is told at a position of the
 * newer one, when a value is overwritten that a pinned position needs, when it is put aside with
 * another end, and when pruning keeps what nobody needs or drops what somebody does.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VersionedLongTest {
    private static final long NONE = -1;

    private final Arena arena = new Arena(0);
    private final VersionedLong number = new VersionedLong(NONE);
    private final List<Object> holders = new ArrayList<>();

    @Test
    void shouldHaveItsFirstValueFromTheBeginning() {
        assertEquals(NONE, number.readAt(0));
        assertEquals(NONE, number.readAt(9));
        assertEquals(NONE, number.readPinned(9));
        assertEquals(NONE, number.newest());
    }

    @Test
    void shouldTellTheValueOfAPositionUntilItIsSetTwiceMore() {
        set(2, 200);
        assertEquals(NONE, number.readAt(0));
        assertEquals(NONE, number.readAt(1));
        assertEquals(200, number.readAt(2));
        assertEquals(200, number.readAt(3));
        set(4, 100);
        assertEquals(VersionedLong.LAPPED, number.readAt(1));
        assertEquals(200, number.readAt(2));
        assertEquals(200, number.readAt(3));
        assertEquals(100, number.readAt(4));
        set(5, NONE);
        assertEquals(VersionedLong.LAPPED, number.readAt(3));
        assertEquals(100, number.readAt(4));
        assertEquals(NONE, number.readAt(5));
        assertEquals(NONE, number.readAt(6));
        set(9, 900);
        assertEquals(VersionedLong.LAPPED, number.readAt(4));
        assertEquals(NONE, number.readAt(8));
        assertEquals(900, number.readAt(9));
        assertEquals(900, number.newest());
    }

    @Test
    void shouldOverwriteWhatItsOwnBatchHasSet() {
        set(2, 200);
        set(5, 500);
        set(5, 501);
        set(5, 502);
        assertEquals(200, number.readAt(4));
        assertEquals(502, number.readAt(5));
        assertEquals(502, number.newest());
    }

    @Test
    void shouldPutAsideWhatAPinnedPositionNeeds() {
        set(2, 200);
        arena.publish(3);
        pin(3);
        assertFalse(set(4, 400), "the first value, which nobody needs");
        arena.publish(4);
        assertTrue(set(5, 500));
        arena.publish(5);
        assertFalse(set(6, 600));
        assertEquals(VersionedLong.LAPPED, number.readAt(3));
        assertEquals(200, number.readPinned(3));
        assertTrue(number.prune(arena.pins()), "still pinned");
        assertEquals(200, number.readPinned(3));
        unpin(3);
        arena.publish(6);
        assertFalse(number.prune(arena.pins()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldTellEachPinnedPositionWhatItWas(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Long, Long> model = new TreeMap<>();
        model.put(0L, NONE);
        List<Long> pinned = new ArrayList<>();
        long position = 0;
        boolean hasPast = false;
        for (int batch = 0; batch < 5_000; batch++) {
            int sets = random.nextInt(3);
            for (int i = 0; i < sets; i++) {
                long value = random.nextLong() >>> 1;
                hasPast |= set(arena.batch(), value);
                model.put(arena.batch(), value);
                assertEquals(value, number.newest());
            }
            long last = position;
            position += 1 + random.nextInt(4);
            requireNewest(model, last);
            arena.publish(position);
            requireNewest(model, position);
            if (random.nextInt(8) == 0) {
                pin(position);
                pinned.add(position);
            }
            if (pinned.size() > 5 || !pinned.isEmpty() && random.nextInt(20) == 0) {
                unpin(pinned.remove(random.nextInt(pinned.size())));
                position++;
                arena.publish(position);
                hasPast = number.prune(arena.pins());
            }
            for (long at : pinned) {
                assertEquals(model.floorEntry(at).getValue(), number.readPinned(at));
            }
        }
        pinned.forEach(this::unpin);
        arena.publish(position + 1);
        assertTrue(hasPast || !number.prune(arena.pins()));
        assertFalse(number.prune(arena.pins()));
    }

    /** Instead of a wait without end. */
    @Test
    void shouldSayWhatThereIsWhenAPinnedPositionsVersionIsLost() {
        for (int batch = 1; batch < 6; batch++) {
            set(batch, 100 * batch);
            arena.publish(batch);
            if (batch == 2) {
                pin(batch);
            }
        }
        assertEquals(200, number.readPinned(2));
        IllegalStateException lost =
                assertThrows(IllegalStateException.class, () -> number.readPinned(3));
        assertEquals(
                "no version at the pinned position 3: even from 4, odd from 5, 2 to 3",
                lost.getMessage());
    }

    /** The last two batches' values are there. */
    private void requireNewest(TreeMap<Long, Long> model, long position) {
        assertEquals(model.floorEntry(position).getValue(), number.readAt(position));
        Long before = model.lowerKey(model.lastKey());
        if (before != null) {
            assertEquals(model.get(before), number.readAt(model.lastKey() - 1));
        }
    }

    private boolean set(long batch, long value) {
        return number.set(batch, value, arena.pins());
    }

    private void pin(long position) {
        holders.add(new Object());
        arena.pin(position, holders.get(holders.size() - 1));
    }

    /** As if its holder were gone. */
    private void unpin(long at) {
        arena.pins().seeing(at, at + 1).enqueue();
    }
}
