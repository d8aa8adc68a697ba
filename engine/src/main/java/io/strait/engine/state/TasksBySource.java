package io.strait.engine.state;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.internal.Hash64;
import io.strait.engine.flat.FlatTasks;
import io.strait.engine.image.Keys;
import io.strait.engine.image.LongTrie;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Which tasks came from which blocks, so that a rollback finds them without looking at any other.
 * Not published.
 */
final class TasksBySource {
    /** Never published, so every node may be edited in place. */
    private static final long GENERATION = 1;

    private final Keys keys;
    private final FlatTasks tasks;
    private final Long2ObjectHashMap<Source> sources = new Long2ObjectHashMap<>();

    /** The source that was found last, or null. */
    private Source last;

    TasksBySource(Keys keys, FlatTasks tasks) {
        this.keys = keys;
        this.tasks = tasks;
    }

    void add(int cell) {
        Address avs = tasks.avs(cell);
        long chainId = tasks.chainId(cell);
        Source source = find(avs, chainId);
        if (source == null) {
            long key = keyOf(avs, chainId);
            source = new Source(avs, chainId);
            source.sameKey = sources.put(key, source);
        }
        source.blockOrNew(tasks, tasks.sourceBlockNumber(cell)).add(cell);
    }

    void remove(int cell) {
        Source source = find(tasks.avs(cell), tasks.chainId(cell));
        BlockTasks block = source.block(tasks.sourceBlockNumber(cell));
        block.remove(cell);
        if (block.isEmpty()) {
            source.blocks.remove(block, GENERATION);
            if (source.blocks.root().size() == 0) {
                removeSource(source);
            }
        }
    }

    /** A task has another cell now, which has the links of the old one. */
    void moved(int cell) {
        Source source = find(tasks.avs(cell), tasks.chainId(cell));
        source.block(tasks.sourceBlockNumber(cell)).moved(cell);
    }

    /** The tasks from the chain's blocks above a number, in no particular order. */
    List<Integer> above(Chain chain, long blockNumber) {
        List<Integer> found = new ArrayList<>();
        Source source = find(chain.avs(), chain.chainId());
        if (source != null && blockNumber < Long.MAX_VALUE) {
            source.blocks
                    .root()
                    .forEachFrom(
                            blockNumber + 1, BlockTasks::blockNumber, block -> block.addTo(found));
        }
        return found;
    }

    private Source find(Address avs, long chainId) {
        if (last != null && last.isOf(avs, chainId)) {
            return last;
        }
        Source source = sources.get(keyOf(avs, chainId));
        while (source != null && !source.isOf(avs, chainId)) {
            source = source.sameKey;
        }
        last = source;
        return source;
    }

    private void removeSource(Source source) {
        last = null;
        long key = keyOf(source.avs, source.chainId);
        Source first = sources.get(key);
        if (first != source) {
            Source before = first;
            while (before.sameKey != source) {
                before = before.sameKey;
            }
            before.sameKey = source.sameKey;
        } else if (source.sameKey == null) {
            sources.remove(key);
        } else {
            sources.put(key, source.sameKey);
        }
    }

    private long keyOf(Address avs, long chainId) {
        return keys.of(Hash64.of(avs.hash64(), chainId));
    }

    private static final class Source {
        private final Address avs;
        private final long chainId;
        private final LongTrie<BlockTasks> blocks = new LongTrie<>(BlockTasks::blockNumber);
        private Source sameKey;

        Source(Address avs, long chainId) {
            this.avs = avs;
            this.chainId = chainId;
        }

        boolean isOf(Address otherAvs, long otherChainId) {
            return chainId == otherChainId && avs.equals(otherAvs);
        }

        BlockTasks block(long number) {
            BlockTasks block = blocks.root().floor(number, BlockTasks::blockNumber);
            return block == null || block.blockNumber() != number ? null : block;
        }

        BlockTasks blockOrNew(FlatTasks tasks, long number) {
            BlockTasks block = block(number);
            if (block == null) {
                block = new BlockTasks(tasks, number);
                blocks.insert(block, GENERATION);
            }
            return block;
        }
    }
}
