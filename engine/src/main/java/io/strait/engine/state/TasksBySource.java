package io.strait.engine.state;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.internal.Hash64;
import io.strait.engine.flat.FlatTasks;
import io.strait.engine.flat.WriterTrie;
import io.strait.engine.image.Keys;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Which tasks came from which blocks, so that a rollback finds them without looking at any other.
 * Not published.
 */
final class TasksBySource {
    /** Below all numbers of blocks. */
    private static final long NO_NUMBER = -1;

    private final Keys keys;
    private final FlatTasks tasks;
    private final BlockTasks blocks;
    private final WriterTrie byNumber;
    private final Long2ObjectHashMap<Source> sources = new Long2ObjectHashMap<>();

    /** Those without tasks, to be used again. */
    private Source spare;

    /** The source that was found last, or null. */
    private Source last;

    TasksBySource(Keys keys, FlatTasks tasks) {
        this.keys = keys;
        this.tasks = tasks;
        this.blocks = new BlockTasks(tasks.blockLinks());
        this.byNumber = new WriterTrie(blocks::blockNumber);
    }

    void add(int cell) {
        Address avs = tasks.avs(cell);
        long chainId = tasks.chainId(cell);
        Source source = find(avs, chainId);
        if (source == null) {
            source = newSource(avs, chainId);
            source.sameKey = sources.put(keyOf(avs, chainId), source);
        }
        blocks.add(blockOf(source, tasks.sourceBlockNumber(cell)), cell);
    }

    void remove(int cell) {
        Source source = find(tasks.avs(cell), tasks.chainId(cell));
        int block = byNumber.find(source.blocks, tasks.sourceBlockNumber(cell));
        blocks.remove(block, cell);
        if (blocks.isEmpty(block)) {
            source.blocks = byNumber.remove(source.blocks, block);
            blocks.free(block);
            if (source.blocks == WriterTrie.EMPTY) {
                removeSource(source);
            }
        }
    }

    /** A task has another cell now, which has the links of the old one. */
    void moved(int cell) {
        Source source = find(tasks.avs(cell), tasks.chainId(cell));
        blocks.moved(byNumber.find(source.blocks, tasks.sourceBlockNumber(cell)), cell);
    }

    /** The tasks from the chain's blocks above a number, in no particular order. */
    List<Integer> above(Chain chain, long blockNumber) {
        List<Integer> found = new ArrayList<>();
        Source source = find(chain.avs(), chain.chainId());
        if (source != null && blockNumber < Long.MAX_VALUE) {
            byNumber.forEachFrom(
                    source.blocks, blockNumber + 1, block -> blocks.addTo(block, found));
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

    private int blockOf(Source source, long number) {
        int found =
                number > source.highest ? WriterTrie.NONE : byNumber.find(source.blocks, number);
        if (found != WriterTrie.NONE) {
            return found;
        }
        int block = blocks.make(number);
        source.blocks = byNumber.insert(source.blocks, block);
        source.highest = Math.max(source.highest, number);
        return block;
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
        source.sameKey = spare;
        spare = source;
    }

    private Source newSource(Address avs, long chainId) {
        Source source = spare == null ? new Source() : spare;
        spare = source.sameKey;
        source.avs = avs;
        source.chainId = chainId;
        source.highest = NO_NUMBER;
        return source;
    }

    private long keyOf(Address avs, long chainId) {
        return keys.of(Hash64.of(avs.hash64(), chainId));
    }

    /** A chain that tasks came from. */
    private static final class Source {
        private Address avs;
        private long chainId;
        private int blocks = WriterTrie.EMPTY;

        /**
         * No block has a number above it, so that those which come in their order are not sought.
         */
        private long highest;

        private Source sameKey;

        boolean isOf(Address otherAvs, long otherChainId) {
            return chainId == otherChainId && avs.equals(otherAvs);
        }
    }
}
