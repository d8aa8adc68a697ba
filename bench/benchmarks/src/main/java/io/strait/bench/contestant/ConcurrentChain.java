package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** One chain among concurrent maps. */
final class ConcurrentChain {
    private final AtomicLong last = new AtomicLong(AggregatorView.NO_BLOCK);
    private final ConcurrentSkipListMap<Long, Block> blocks = new ConcurrentSkipListMap<>();

    long last() {
        return last.get();
    }

    Block block(long number) {
        return blocks.get(number);
    }

    void setLast(long number) {
        long old;
        do {
            old = last.get();
            Rules.refuseGoingBack(number, old);
        } while (!last.compareAndSet(old, number));
    }

    /**
     * Commits a block. Commits of one chain come one after the other.
     *
     * @param saveTasks saves the block's tasks, or refuses with none saved
     */
    synchronized void commit(Block block, long pruneBelow, Runnable saveTasks) {
        Rules.refuseUnlessNext(block, last.get(), block(block.number()), block(block.number() - 1));
        saveTasks.run();
        blocks.put(block.number(), block);
        blocks.headMap(pruneBelow).clear();
        // last, so that whoever sees the number finds the block and its tasks
        last.accumulateAndGet(block.number(), Math::max);
    }
}
