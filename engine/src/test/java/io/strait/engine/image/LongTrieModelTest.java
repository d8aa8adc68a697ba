package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random edits against a {@link TrieModel}. A failure names its seed; {@code -Dstrait.seed=n} runs
 * that one alone.
 */
class LongTrieModelTest {
    private static final int SEEDS = 12;
    private static final int STEPS = 3_000;

    @ParameterizedTest
    @EnumSource(TrieKeys.class)
    void shouldMatchModelAndKeepPublishedRoots(TrieKeys keys) {
        forEachSeed(seed -> new Run(keys, seed, true).play());
    }

    @ParameterizedTest
    @EnumSource(TrieKeys.class)
    void shouldMatchModelAsMutableMapInOneGeneration(TrieKeys keys) {
        forEachSeed(seed -> new Run(keys, seed, false).play());
    }

    private static void forEachSeed(LongConsumer play) {
        Long only = Long.getLong("strait.seed");
        for (long seed = only == null ? 1 : only; seed <= (only == null ? SEEDS : only); seed++) {
            try {
                play.accept(seed);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private record Published(TrieNode<Entry> root, List<Entry> leaves, String shape) {}

    private static final class Run {
        private final TrieKeys keys;
        private final Random random;
        private final boolean publishing;
        private final LongTrie<Entry> trie = new LongTrie<>(Entry.KEY);
        private final TrieModel model = new TrieModel();
        private final List<Entry> live = new ArrayList<>();
        private final List<Published> published = new ArrayList<>();
        private long generation = 1;

        Run(TrieKeys keys, long seed, boolean publishing) {
            this.keys = keys;
            this.random = new Random(seed);
            this.publishing = publishing;
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                boolean shrinking = step / 500 % 2 == 1; // down to nothing, several times
                edit(step, shrinking ? 2 : 6);
                assertEquals(live.size(), trie.root().size(), "size");
                if (random.nextInt(40) == 0) {
                    verify();
                }
                if (publishing && random.nextInt(10) == 0) {
                    publish();
                }
            }
            verify();
            for (Published each : published) {
                TrieModel.verifyLeaves(each.leaves, each.root);
                assertEquals(each.shape, TrieShape.dump(each.root), "shape of a published root");
            }
        }

        private void edit(int step, int insertsInTen) {
            int dice = random.nextInt(10);
            if (dice < insertsInTen) {
                insert(new Entry(keys.next(random), "#" + step));
            } else if (live.isEmpty()) {
                rejectAbsent(new Entry(keys.next(random)));
            } else if (dice < 9) {
                remove(random.nextInt(live.size()));
            } else {
                replace(random.nextInt(live.size()), "#" + step);
            }
            if (random.nextInt(20) == 0) {
                rejectAbsent(new Entry(keys.next(random)));
            }
        }

        private void insert(Entry leaf) {
            trie.insert(leaf, generation);
            model.insert(leaf);
            live.add(leaf);
        }

        private void replace(int index, String name) {
            Entry oldLeaf = live.get(index);
            Entry newLeaf = new Entry(oldLeaf.key, name);
            trie.replace(oldLeaf, newLeaf, generation);
            model.replace(oldLeaf, newLeaf);
            live.set(index, newLeaf);
        }

        private void remove(int index) {
            Entry leaf = live.get(index);
            Entry last = live.remove(live.size() - 1);
            if (last != leaf) {
                live.set(index, last);
            }
            trie.remove(leaf, generation);
            model.remove(leaf);
        }

        private void rejectAbsent(Entry stranger) {
            Entry other = new Entry(stranger.key);
            String before = TrieShape.dump(trie.root());
            assertThrows(IllegalStateException.class, () -> trie.remove(stranger, generation));
            assertThrows(
                    IllegalStateException.class, () -> trie.replace(stranger, other, generation));
            assertEquals(before, TrieShape.dump(trie.root()), "shape after a rejection");
        }

        private void publish() {
            published.add(new Published(trie.root(), model.leaves(), TrieShape.dump(trie.root())));
            generation += 1 + random.nextInt(3);
        }

        private void verify() {
            TrieShape.verify(trie.root());
            model.verify(trie.root(), keys, random);
            assertEquals(
                    TrieShape.dump(model.rebuilt(random)),
                    TrieShape.dump(trie.root()),
                    "the shape depends on the contents alone");
        }
    }
}
