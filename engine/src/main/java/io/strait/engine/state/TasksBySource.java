package io.strait.engine.state;

import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.engine.image.Keys;
import io.strait.engine.image.LongTrie;
import io.strait.engine.image.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks came from which blocks, so that a rollback finds them without looking at any other.
 * Not published.
 */
final class TasksBySource {
    /** Never published, so every node may be edited in place. */
    private static final long GENERATION = 1;

    private final Keys keys;
    private final IdTable<Chain, Source> sources =
            new IdTable<>(new Generation(), EntryIndex.ofEntriesThatGo());

    TasksBySource(Keys keys) {
        this.keys = keys;
    }

    void add(TaskEntry entry) {
        Chain chain = chainOf(entry.task());
        Source source = find(chain);
        if (source == null) {
            source = new Source(keys.of(chain.hash64()), chain);
            sources.add(source);
        }
        source.add(entry);
    }

    void remove(TaskEntry entry) {
        BlockTasks block = entry.block;
        block.remove(entry);
        if (block.isEmpty()) {
            Source source = find(chainOf(entry.task()));
            source.blocks.remove(block, GENERATION);
            if (source.blocks.root().size() == 0) {
                sources.remove(source);
            }
        }
    }

    /** The tasks from the chain's blocks above a number, in no particular order. */
    List<TaskEntry> above(Chain chain, long blockNumber) {
        List<TaskEntry> found = new ArrayList<>();
        Source source = find(chain);
        if (source != null && blockNumber < Long.MAX_VALUE) {
            source.blocks
                    .root()
                    .forEachFrom(
                            blockNumber + 1, BlockTasks::blockNumber, block -> block.addTo(found));
        }
        return found;
    }

    private Source find(Chain chain) {
        return sources.find(keys.of(chain.hash64()), chain);
    }

    private static Chain chainOf(Task task) {
        return Chain.of(task.avs(), task.chainId());
    }

    private static final class Source extends Entry<Chain> {
        private final LongTrie<BlockTasks> blocks = new LongTrie<>(BlockTasks::blockNumber);

        Source(long key, Chain chain) {
            super(new Row<>(key, 0, chain, chain), chain);
        }

        void add(TaskEntry entry) {
            long number = entry.task().sourceBlockNumber();
            BlockTasks block = blocks.root().floor(number, BlockTasks::blockNumber);
            if (block == null || block.blockNumber() != number) {
                block = new BlockTasks(number);
                blocks.insert(block, GENERATION);
            }
            block.add(entry);
        }
    }
}
