package io.strait.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tries against a sorted map, while roots that somebody holds are compared with what they showed
 * when they were published. Seen to fail when a published node is edited in place ({@code
 * NodeStore.owned}), when pins are not asked ({@code Pins.seeing}), when what was kept for a pin
 * that is gone is freed although an older one sees it, and when twins are not told apart. For
 * {@link NearNodes} also when it is not cleared as a node goes, nor as a batch begins, when the
 * root or the prefix is not compared, and when a node that is left with one slot stays.
 */
class FlatTrieTest {
    private static final int LEAVES = 400;

    private final long[] keys = new long[LEAVES];
    private final Epoch epoch = new Epoch();
    private final Pins pins = new Pins();
    private final Horizon horizon = new Horizon();
    private final Nodes nodes = new Nodes();
    private NodeStore store;
    private FlatTrie trie;
    private int root = Slot.EMPTY;
    private final TreeMap<Long, TreeMap<Long, Integer>> model =
            new TreeMap<>(Long::compareUnsigned);
    private final Map<Held, Pin> pinned = new IdentityHashMap<>();
    private final List<Integer> present = new ArrayList<>();
    private final List<Integer> absent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "DENSE, 0",
        "DENSE, 64",
        "HASHED, 1",
        "HASHED, 256",
        "EXTREME, 4",
        "FEW, 16",
        "ONE, 8"
    })
    void shouldShowWhatASortedMapShows(Family family, int quarantine) {
        start(family, quarantine);
        SplittableRandom random = new SplittableRandom(family.ordinal() * 31L + quarantine);
        Deque<Held> held = new ArrayDeque<>();
        for (int batch = 1; batch <= 3_000; batch++) {
            for (int edits = random.nextInt(8); edits >= 0; edits--) {
                edit(random);
            }
            epoch.publish(batch);
            assertEquals(contents(model), contents(root));
            assertBranches(root);
            if (random.nextInt(10) == 0) {
                Held one = new Held(batch, root, contents(root));
                pinned.put(one, pins.pin(batch, one));
                held.add(one);
            }
            if (held.size() > 20 || random.nextInt(40) == 0 && !held.isEmpty()) {
                if (held.size() > 2 && random.nextBoolean()) {
                    pinned.remove(held.pollFirst()).enqueue(); // to be looked at with the next one
                }
                release(random.nextBoolean() ? held.pollFirst() : held.pollLast());
            }
            for (Held one : held) {
                assertEquals(one.contents, contents(one.root), () -> "as of " + one.position);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "64", "1024"})
    void shouldNeedNoMoreNodesAtConstantSize(int quarantine) {
        start(Family.HASHED, quarantine);
        SplittableRandom random = new SplittableRandom(5);
        fillHalf(random);
        int position = 1;
        while (position <= 20_000) {
            swap(random);
            epoch.publish(position++);
        }
        int capacity = nodes.capacity();
        while (position <= 60_000) {
            swap(random);
            epoch.publish(position++);
        }
        assertEquals(capacity, nodes.capacity());
    }

    @Test
    void shouldUseAgainWhatWasKeptForAPositionThatNobodyHolds() {
        start(Family.DENSE, 0);
        SplittableRandom random = new SplittableRandom(7);
        Held one = null;
        int capacity = 0;
        fillHalf(random);
        for (int batch = 1; batch <= 100_000; batch++) {
            swap(random);
            epoch.publish(batch);
            if (batch % 100 == 0) {
                if (one != null) {
                    release(one);
                }
                one = new Held(batch, root, contents(root));
                pinned.put(one, pins.pin(batch, one));
            }
            if (batch == 20_000) {
                capacity = nodes.capacity();
            }
        }
        assertEquals(capacity, nodes.capacity());
    }

    @Test
    void shouldRefuseToRemoveWhatIsNotThere() {
        start(Family.DENSE, 0);
        root = trie.insert(root, 3);
        root = trie.insert(root, 4);
        keys[5] = keys[3];
        assertThrows(IllegalStateException.class, () -> trie.remove(root, 5));
    }

    /** Many edits a batch, at either end and at random, of tries that have nodes from one store. */
    @ParameterizedTest
    @CsvSource({"0", "256"})
    void shouldKeepTriesOfTheSameKeysApart(int quarantine) {
        start(Family.DENSE, quarantine);
        SplittableRandom random = new SplittableRandom(quarantine);
        int[] roots = new int[3];
        List<TreeMap<Long, Integer>> models =
                List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (int batch = 1; batch <= 3_000; batch++) {
            for (int edits = random.nextInt(200); edits >= 0; edits--) {
                int which = random.nextInt(3);
                TreeMap<Long, Integer> has = models.get(which);
                int leaf = 1 + random.nextInt(LEAVES - 1);
                if (random.nextInt(4) == 0 && !has.isEmpty()) {
                    leaf = random.nextBoolean() ? has.firstEntry().getValue() : LEAVES - 1;
                }
                if (has.remove(keys[leaf]) != null) {
                    roots[which] = trie.remove(roots[which], leaf);
                } else {
                    roots[which] = trie.insert(roots[which], leaf);
                    has.put(keys[leaf], leaf);
                }
                assertEquals(has.size(), trie.size(roots[which]));
            }
            epoch.publish(batch);
            for (int which = 0; which < roots.length; which++) {
                assertEquals(List.copyOf(models.get(which).values()), contents(roots[which]));
                assertBranches(roots[which]);
            }
        }
    }

    private void start(Family family, int quarantine) {
        SplittableRandom random = new SplittableRandom(family.ordinal());
        for (int leaf = 1; leaf < LEAVES; leaf++) {
            keys[leaf] = family.key(leaf, random);
            absent.add(leaf);
        }
        store = new NodeStore(nodes, epoch, pins, horizon, quarantine);
        trie =
                new FlatTrie(
                        store,
                        new LeafKeys() {
                            @Override
                            public long keyOf(int leaf) {
                                return keys[leaf];
                            }

                            @Override
                            public long orderOf(int leaf) {
                                return leaf * 7L % LEAVES;
                            }
                        });
    }

    private void fillHalf(SplittableRandom random) {
        while (present.size() < LEAVES / 2) {
            edit(random, true);
        }
    }

    private void swap(SplittableRandom random) {
        edit(random, false);
        edit(random, true);
    }

    /** Adds a leaf or removes one, about as often. */
    private void edit(SplittableRandom random) {
        edit(random, present.isEmpty() || !absent.isEmpty() && random.nextBoolean());
    }

    private void edit(SplittableRandom random, boolean adds) {
        List<Integer> from = adds ? absent : present;
        int at = random.nextInt(from.size());
        int leaf = from.get(at);
        from.set(at, from.get(from.size() - 1));
        from.remove(from.size() - 1);
        if (adds) {
            root = trie.insert(root, leaf);
            present.add(leaf);
            model.computeIfAbsent(keys[leaf], key -> new TreeMap<>()).put(leaf * 7L % LEAVES, leaf);
        } else {
            root = trie.remove(root, leaf);
            absent.add(leaf);
            TreeMap<Long, Integer> twins = model.get(keys[leaf]);
            twins.remove(leaf * 7L % LEAVES);
            if (twins.isEmpty()) {
                model.remove(keys[leaf]);
            }
        }
        assertEquals(present.size(), trie.size(root));
        int found = trie.find(root, keys[leaf], candidate -> candidate == leaf);
        assertEquals(adds ? leaf : Blocks.NONE, found, "found by its key");
    }

    private void release(Held one) {
        pinned.remove(one).enqueue();
        for (Pin gone = pins.pollGone(); gone != null; gone = gone.nextGone) {
            store.release(gone, pins.olderThan(gone));
        }
    }

    /** A node with one slot would stand in the way for nothing. */
    private void assertBranches(int slot) {
        if (slot > 0 && Slot.level(slot) < Slot.LEVELS) {
            int bitmap = nodes.bitmap(Slot.node(slot));
            assertTrue(Integer.bitCount(bitmap) > 1, "slots of a node");
            for (int rest = bitmap; rest != 0; rest &= rest - 1) {
                int digit = Integer.numberOfTrailingZeros(rest);
                assertBranches(nodes.slot(Slot.node(slot), digit));
            }
        }
    }

    private List<Integer> contents(int of) {
        List<Integer> leaves = new ArrayList<>();
        trie.forEach(of, leaves::add);
        return leaves;
    }

    private static List<Integer> contents(TreeMap<Long, TreeMap<Long, Integer>> of) {
        List<Integer> leaves = new ArrayList<>();
        of.values().forEach(twins -> leaves.addAll(twins.values()));
        return leaves;
    }

    /** A root that somebody holds, and what it showed. */
    private record Held(long position, int root, List<Integer> contents) {}

    /** How keys are chosen. */
    private enum Family {
        DENSE(leaf -> leaf),
        HASHED(null),
        EXTREME(leaf -> (leaf & 1) == 0 ? leaf : -leaf),
        FEW(leaf -> leaf % 7 * 0x1000_0000_0001L),
        ONE(leaf -> 42);

        private final LongUnaryOperator rule;

        Family(LongUnaryOperator rule) {
            this.rule = rule;
        }

        long key(int leaf, SplittableRandom random) {
            return rule == null ? random.nextLong() : rule.applyAsLong(leaf);
        }
    }
}
