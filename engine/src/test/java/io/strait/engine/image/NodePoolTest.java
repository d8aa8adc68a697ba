package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NodePoolTest {
    private static final long NONE = Long.MIN_VALUE;

    private final NodePool pool = NodePool.recycling(1);

    @Test
    void shouldUseAgainAtOnceWhatWasNeverPublished() {
        TrieNode<Entry> node = pool.take(4, 1);
        pool.retire(node, 1);
        assertSame(node, pool.take(4, 1));
        assertTrue(pool.isIntact(1));
    }

    @Test
    void shouldRoundCapacitiesUpToEvenNumbers() {
        for (int slotCount = 1; slotCount <= TrieNode.MAX_BRANCHES; slotCount++) {
            assertEquals(slotCount + 1 & ~1, pool.take(slotCount, 1).slots.length);
        }
    }

    @Test
    void shouldHandOutVacantSlotsOnly() {
        TrieNode<Entry> node = pool.take(2, 1);
        node.bitmap = 3;
        node.slots[0] = new Entry(0);
        node.slots[1] = new Entry(1);
        pool.retire(node, 1);
        TrieNode<Entry> again = pool.take(1, 1);
        assertSame(node, again);
        assertNull(again.slots[0]);
        assertNull(again.slots[1]);
    }

    @Test
    void shouldRaiseTheHorizonBeforeUsingAgainWhatWasPublished() {
        TrieNode<Entry> first = pool.take(2, 1);
        TrieNode<Entry> second = pool.take(2, 1);
        pool.retire(first, 5);
        pool.retire(second, 6);
        assertNotSame(first, pool.take(2, 6)); // not before the image of generation 6 is published
        pool.reclaim(NONE);
        assertTrue(pool.isIntact(4));
        assertSame(first, pool.take(2, 7));
        assertFalse(pool.isIntact(4)); // led to the first one
        assertTrue(pool.isIntact(5));
        assertNotSame(second, pool.take(2, 7)); // still in quarantine
        assertTrue(pool.isIntact(5));
    }

    @Test
    void shouldLeaveToTheCollectorWhatASnapshotHolds() {
        TrieNode<Entry> held = pool.take(2, 3);
        TrieNode<Entry> young = pool.take(2, 4);
        TrieNode<Entry> last = pool.take(2, 4);
        pool.retire(held, 5);
        pool.retire(young, 5);
        pool.retire(last, 5);
        pool.reclaim(3);
        assertSame(young, pool.take(2, 6));
        assertNotSame(held, pool.take(2, 6));
    }

    @Test
    void shouldUseNothingAgainThatWasPublishedWhenKeepingNone() {
        NodePool none = NodePool.keepingNone();
        TrieNode<Entry> node = none.take(2, 1);
        none.retire(node, 2);
        none.reclaim(NONE);
        assertNotSame(node, none.take(2, 2));
        assertTrue(none.isIntact(Long.MIN_VALUE));
    }
}
