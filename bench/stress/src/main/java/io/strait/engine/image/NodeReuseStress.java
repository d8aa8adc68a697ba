package io.strait.engine.image;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * An image that is read without being held gives its own values, or is found not to be intact:
 * never the values of a later image through nodes that were used again. All values of image n are
 * n.
 *
 * <p>Seen to fail on this planted bug: a reader that does not look at the horizon ({@code 2, 4, 3},
 * {@code 1, -2, -2} and others).
 */
@JCStressTest
@Outcome(
        id = "(\\d), (\\1, \\1|-1, -1)",
        expect = ACCEPTABLE,
        desc = "The image's own values, or overtaken.")
@State
public class NodeReuseStress {
    private static final int OVERTAKEN = -1;
    private static final int TORN = -2;
    private static final int LAST_KEY = 33; // in another child of the root than key 0

    private final NodePool pool = NodePool.recycling(0);
    private final LongTrie<Leaf> trie = new LongTrie<>(Leaf::key, pool);
    private Leaf first = new Leaf(0, 1);
    private Leaf last = new Leaf(LAST_KEY, 1);
    private volatile Image published;

    /** Image 1. */
    public NodeReuseStress() {
        trie.insert(first, 1);
        trie.insert(new Leaf(1, 0), 1);
        trie.insert(new Leaf(LAST_KEY - 1, 0), 1);
        trie.insert(last, 1);
        published = new Image(trie.root(), 1);
    }

    /** Publishes five more images, each made of the nodes of the last but one. */
    @Actor
    public void writer() {
        for (int generation = 2; generation <= 6; generation++) {
            first = replaced(first, generation);
            last = replaced(last, generation);
            published = new Image(trie.root(), generation);
            pool.reclaim(Long.MIN_VALUE);
        }
    }

    /**
     * Reads two values from the newest image.
     *
     * @param r the image's number, and the values, -1 for overtaken
     */
    @Actor
    public void reader(III_Result r) {
        Image image = published;
        int firstValue = valueOf(image, 0);
        int lastValue = valueOf(image, LAST_KEY);
        boolean intact = pool.isIntact(image.generation);
        r.r1 = image.generation;
        r.r2 = intact ? firstValue : OVERTAKEN;
        r.r3 = intact ? lastValue : OVERTAKEN;
    }

    private Leaf replaced(Leaf leaf, int generation) {
        Leaf next = new Leaf(leaf.key, generation);
        trie.replace(leaf, next, generation);
        return next;
    }

    private static int valueOf(Image image, long key) {
        try {
            return image.root.candidate(key) instanceof Leaf leaf && leaf.key == key
                    ? leaf.value
                    : TORN;
        } catch (RuntimeException e) {
            return TORN;
        }
    }

    private record Leaf(long key, int value) {}

    private record Image(TrieNode<Leaf> root, int generation) {}
}
