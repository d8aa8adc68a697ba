package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What a trie should hold, the slow and obvious way, and every read compared with it. */
final class TrieModel {
    private final TreeMap<Long, List<Entry>> leavesByKey = new TreeMap<>(Long::compareUnsigned);

    void insert(Entry leaf) {
        leavesByKey.computeIfAbsent(leaf.key, key -> new ArrayList<>()).add(leaf);
    }

    void replace(Entry oldLeaf, Entry newLeaf) {
        List<Entry> leaves = leavesByKey.get(oldLeaf.key);
        leaves.set(leaves.indexOf(oldLeaf), newLeaf);
    }

    void remove(Entry leaf) {
        List<Entry> leaves = leavesByKey.get(leaf.key);
        leaves.remove(leaf);
        if (leaves.isEmpty()) {
            leavesByKey.remove(leaf.key);
        }
    }

    List<Entry> leaves() {
        List<Entry> all = new ArrayList<>();
        leavesByKey.values().forEach(all::addAll);
        return all;
    }

    /** Compares everything that the root answers, the ordered searches at random keys too. */
    void verify(TrieNode<Entry> root, TrieKeys keys, Random random) {
        List<Entry> expected = leaves();
        verifyLeaves(expected, root);
        for (Map.Entry<Long, List<Entry>> byKey : leavesByKey.entrySet()) {
            verifyCandidate(byKey.getValue(), root.candidate(byKey.getKey()));
        }
        for (int i = 0; i < 50; i++) {
            long key = keys.next(random) + random.nextInt(3) - 1;
            if (!leavesByKey.containsKey(key)) {
                verifyAbsent(key, root.candidate(key));
            }
            verifySearches(key, root);
        }
        for (long key : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            verifySearches(key, root);
        }
    }

    /** The leaves by every way of listing them. */
    static void verifyLeaves(List<Entry> expected, TrieNode<Entry> root) {
        List<Entry> visited = new ArrayList<>();
        root.forEach(visited::add);
        assertEquals(expected, visited, "forEach");
        assertEquals(expected.size(), root.size(), "size");
        for (int i = 0; i < expected.size(); i++) {
            assertSame(expected.get(i), root.get(i), "get");
        }
        List<Entry> iterated = new ArrayList<>();
        for (Entry leaf : new TrieList<Entry, Entry>(root, entry -> entry)) {
            iterated.add(leaf);
        }
        assertEquals(expected, iterated, "iterator");
        assertSame(expected.isEmpty() ? null : expected.get(0), root.first(), "first");
        assertSame(lastOf(expected), root.last(), "last");
    }

    /** The same contents, by another way: built at once, in another order. */
    TrieNode<Entry> rebuilt(Random random) {
        LongTrie<Entry> trie = new LongTrie<>(Entry.KEY);
        List<List<Entry>> groups = new ArrayList<>(leavesByKey.values());
        Collections.shuffle(groups, random);
        groups.forEach(group -> group.forEach(leaf -> trie.insert(leaf, 7)));
        return trie.root();
    }

    private static void verifyCandidate(List<Entry> expected, Object candidate) {
        if (expected.size() == 1) {
            assertSame(expected.get(0), candidate, "candidate");
            return;
        }
        Collision collision = (Collision) candidate;
        List<Object> leaves = new ArrayList<>();
        for (int i = 0; i < collision.size(); i++) {
            leaves.add(collision.leaf(i));
        }
        assertEquals(expected, leaves, "candidates");
    }

    /** Where a key is absent, another's leaf may stand, never a node. */
    private void verifyAbsent(long key, Object candidate) {
        if (candidate != null) {
            Object first = candidate instanceof Collision collision ? collision.leaf(0) : candidate;
            assertNotNull(leavesByKey.get(((Entry) first).key), "a leaf of this trie");
        }
    }

    private void verifySearches(long key, TrieNode<Entry> root) {
        assertSame(lastOf(leavesByKey.floorEntry(key)), root.floor(key, Entry.KEY), "floor");
        assertSame(lastOf(leavesByKey.lowerEntry(key)), root.lower(key, Entry.KEY), "lower");
        Map.Entry<Long, List<Entry>> ceiling = leavesByKey.ceilingEntry(key);
        if (ceiling == null) {
            assertNull(root.ceiling(key, Entry.KEY), "ceiling");
        } else {
            assertSame(ceiling.getValue().get(0), root.ceiling(key, Entry.KEY), "ceiling");
        }
        List<Entry> tail = new ArrayList<>();
        leavesByKey.tailMap(key, true).values().forEach(tail::addAll);
        List<Entry> visited = new ArrayList<>();
        root.forEachFrom(key, Entry.KEY, visited::add);
        assertEquals(tail, visited, "forEachFrom");
    }

    private static Entry lastOf(Map.Entry<Long, List<Entry>> byKey) {
        return byKey == null ? null : lastOf(byKey.getValue());
    }

    private static Entry lastOf(List<Entry> leaves) {
        return leaves.isEmpty() ? null : leaves.get(leaves.size() - 1);
    }
}
