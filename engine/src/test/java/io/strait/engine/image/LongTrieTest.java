package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongTrieTest {
    private final LongTrie<Entry> trie = new LongTrie<>(Entry.KEY);

    @Test
    void shouldStartEmpty() {
        assertSame(TrieNode.empty(), trie.root());
        assertEquals(0, trie.root().size());
        assertNull(trie.root().candidate(0));
        assertNull(trie.root().first());
        assertNull(trie.root().last());
        assertNull(trie.root().floor(-1, Entry.KEY));
        assertNull(trie.root().lower(-1, Entry.KEY));
        assertNull(trie.root().ceiling(0, Entry.KEY));
        trie.root().forEachFrom(0, Entry.KEY, leaf -> assertNull(leaf, "nothing to visit"));
        assertThrows(IndexOutOfBoundsException.class, () -> trie.root().get(0));
    }

    @Test
    void shouldKeepPublishedRootWhenEditedLater() {
        Entry first = insert(1, 1);
        insert(2, 1);
        insert(1 << 20, 1);
        TrieNode<Entry> published = trie.root();
        String shape = TrieShape.dump(published);
        insert(3, 2);
        trie.replace(first, new Entry(1, "new"), 2);
        trie.remove((Entry) trie.root().candidate(2), 2);
        assertEquals(shape, TrieShape.dump(published));
        assertSame(first, published.candidate(1));
    }

    @Test
    void shouldEditInPlaceWithinOneGeneration() {
        Entry first = insert(1, 1);
        Entry second = insert(2, 1);
        TrieNode<Entry> root = trie.root();
        insert(3, 1);
        trie.remove(second, 1);
        trie.replace(first, new Entry(1, "new"), 1);
        assertSame(root, trie.root());
        assertEquals(2, root.size());
    }

    @Test
    void shouldShareWhatLaterGenerationsLeaveAlone() {
        for (int key = 0; key < 100; key++) {
            insert(key, 1);
        }
        TrieNode<Entry> published = trie.root();
        insert(100, 2);
        assertNotSame(published, trie.root());
        for (int i = 0; i < 3; i++) {
            assertSame(published.slots[i], trie.root().slots[i]);
        }
        assertNotSame(published.slots[3], trie.root().slots[3]);
    }

    @Test
    void shouldOrderKeysAsUnsigned() {
        long[] ordered = {0, 1, 31, 32, Long.MAX_VALUE, Long.MIN_VALUE, -2, -1};
        for (int i = ordered.length - 1; i >= 0; i--) {
            insert(ordered[i], 1);
        }
        List<Long> visited = new ArrayList<>();
        trie.root().forEach(leaf -> visited.add(leaf.key));
        for (int i = 0; i < ordered.length; i++) {
            assertEquals(ordered[i], visited.get(i));
            assertEquals(ordered[i], trie.root().get(i).key);
        }
    }

    @Test
    void shouldKeepInsertionOrderAmongEqualKeys() {
        Entry first = insert(5, 1);
        Entry second = insert(5, 1);
        Entry third = insert(5, 1);
        assertEquals(3, trie.root().size());
        assertSame(first, trie.root().ceiling(5, Entry.KEY));
        assertSame(third, trie.root().floor(5, Entry.KEY));
        Collision collision = (Collision) trie.root().candidate(5);
        assertEquals(3, collision.size());
        assertSame(second, collision.leaf(1));
        assertThrows(IndexOutOfBoundsException.class, () -> collision.leaf(3));
        trie.remove(second, 1);
        trie.remove(first, 1);
        assertSame(third, trie.root().candidate(5));
    }

    @Test
    void shouldReturnLeafThatStandsWhereAbsentKeyWouldBe() {
        insert(0, 1);
        Entry other = insert(1L << 40, 1);
        assertSame(other, trie.root().candidate((1L << 40) + 7));
    }

    @Test
    void shouldFileOneLeafUnderSeveralKeys() {
        LongTrie<Entry> reversed = new LongTrie<>(leaf -> -leaf.key);
        for (int key = 1; key <= 3; key++) {
            reversed.insert(insert(key, 1), 1);
        }
        assertSame(trie.root().first(), reversed.root().last());
        assertSame(trie.root().last(), reversed.root().first());
    }

    @Test
    void shouldRejectRemovingOrReplacingWhatIsNotThere() {
        Entry entry = insert(1, 1);
        Entry twin = new Entry(1);
        Entry stranger = new Entry(99);
        assertThrows(IllegalStateException.class, () -> trie.remove(twin, 1));
        assertThrows(IllegalStateException.class, () -> trie.remove(stranger, 1));
        assertThrows(IllegalStateException.class, () -> trie.replace(twin, entry, 1));
        trie.insert(new Entry(1), 1);
        assertThrows(IllegalStateException.class, () -> trie.remove(twin, 1));
        assertThrows(IllegalStateException.class, () -> trie.replace(twin, entry, 1));
        assertEquals(2, trie.root().size());
    }

    @Test
    void shouldRejectReplacementUnderAnotherKey() {
        Entry entry = insert(1, 1);
        Entry moved = new Entry(2);
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> trie.replace(entry, moved, 1));
        assertTrue(failure.getMessage().contains("oldKey=1 newKey=2"), failure.getMessage());
        assertSame(entry, trie.root().candidate(1));
    }

    @Test
    void shouldRejectNullLeaf() {
        assertThrows(NullPointerException.class, () -> trie.insert(null, 1));
        assertThrows(NullPointerException.class, () -> trie.remove(null, 1));
        assertThrows(NullPointerException.class, () -> trie.replace(null, null, 1));
    }

    @Test
    void shouldAssertThatGenerationNeverGoesBackwards() {
        insert(1, 5);
        assertThrows(AssertionError.class, () -> insert(2, 4));
    }

    @Test
    void shouldGiveBackRoomWhenNodeEmpties() {
        List<Entry> entries = new ArrayList<>();
        for (int key = 0; key < 32; key++) {
            entries.add(insert(key, 1));
        }
        for (Entry entry : entries.subList(2, 32)) {
            trie.remove(entry, 1);
        }
        assertTrue(trie.root().slots.length < 16, "capacity=" + trie.root().slots.length);
    }

    private Entry insert(long key, long generation) {
        Entry entry = new Entry(key);
        trie.insert(entry, generation);
        return entry;
    }
}
