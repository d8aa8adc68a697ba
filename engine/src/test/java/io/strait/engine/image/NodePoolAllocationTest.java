package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.AllocationMeter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trie of constant size makes no more nodes, however it changes; without a pool it does. */
@Tag("isolated")
class NodePoolAllocationTest {
    private static final int LEAVES = 2_000;
    private static final int EDITS_PER_IMAGE = 10;

    private final Entry[] leaves = new Entry[LEAVES];
    private int turn;
    private long generation = 1;

    @Test
    void shouldMakeNoNodesAtConstantSize() {
        assertEquals(0, bytesOfEdits(NodePool.recycling()));
    }

    @Test
    void shouldMakeNodesWithoutAPool() {
        assertTrue(bytesOfEdits(NodePool.keepingNone()) > 0);
    }

    private long bytesOfEdits(NodePool pool) {
        Random random = new Random(1);
        LongTrie<Entry> trie = new LongTrie<>(Entry.KEY, pool);
        for (int i = 0; i < LEAVES; i++) {
            leaves[i] = new Entry(random.nextLong());
            if (i < LEAVES / 2) {
                trie.insert(leaves[i], generation);
            }
        }
        return new AllocationMeter(List.of(Thread.currentThread()))
                .bytesOf(() -> edit(trie, pool))[0];
    }

    /** Half of the leaves are in the trie: the oldest one goes, the next one comes. */
    private void edit(LongTrie<Entry> trie, NodePool pool) {
        trie.remove(leaves[turn % LEAVES], generation);
        trie.insert(leaves[(turn + LEAVES / 2) % LEAVES], generation);
        turn++;
        if (turn % EDITS_PER_IMAGE == 0) {
            pool.reclaim(Long.MIN_VALUE);
            generation++;
        }
    }
}
