package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.engine.image.ChainHead;
import io.strait.engine.image.LongTrie;
import io.strait.engine.image.TrieNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The last processed blocks as of a position, kept for those who hold a snapshot. Only the heads
 * that were updated since the last freeze are looked at. Owned by the writer thread; what {@link
 * #freeze} returns is immutable.
 */
final class FrozenHeads {
    private final LongTrie<Head> heads = new LongTrie<>(head -> head.index);
    private final List<ChainHead> stale = new ArrayList<>();
    private final BitSet isStale = new BitSet();
    private long generation = 1;

    /** Remembers that a head was updated. Allocates only while the number of chains grows. */
    void markStale(ChainHead head) {
        if (!isStale.get(head.index())) {
            isStale.set(head.index());
            stale.add(head);
        }
    }

    /** The heads as of a position that all stale ones can still be read at. */
    TrieNode<Head> freeze(long position) {
        for (int i = 0; i < stale.size(); i++) {
            ChainHead head = stale.get(i);
            long value = head.readAt(position);
            assert value != ChainHead.LAPPED : "a head was updated twice before it was frozen";
            put(new Head(head.index(), value));
        }
        stale.clear();
        isStale.clear();
        generation++;
        return heads.root();
    }

    /** The block number of a head, or -1. */
    static long value(TrieNode<Head> heads, int index) {
        Object candidate = heads.candidate(index);
        return candidate instanceof Head head && head.index == index
                ? head.blockNumber
                : AggregatorView.NO_BLOCK;
    }

    private void put(Head head) {
        Object last = heads.root().candidate(head.index);
        if (last instanceof Head lastHead && lastHead.index == head.index) {
            heads.replace(lastHead, head, generation);
        } else {
            heads.insert(head, generation);
        }
    }

    /** One head as of some position. */
    static final class Head {
        private final int index;
        private final long blockNumber;

        Head(int index, long blockNumber) {
            this.index = index;
            this.blockNumber = blockNumber;
        }
    }
}
