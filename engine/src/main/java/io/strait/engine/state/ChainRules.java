package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.engine.command.BlockWord;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;

/**
 * The rules of chain progress and stored blocks, but for those that involve tasks too: {@link
 * ReorgRules}.
 */
final class ChainRules {
    static final String BLOCK_NUMBER = "blockNumber";

    private final Limits limits;
    private final ChainTable chains;
    private final Refusal noMoreChains;
    private final Refusal historyIsFull;

    ChainRules(Limits limits, ChainTable chains) {
        this.limits = limits;
        this.chains = chains;
        this.noMoreChains = Refusal.capacityExceeded("maxChains", limits.maxChains());
        this.historyIsFull =
                Refusal.capacityExceeded("blockHistoryPerChain", limits.blockHistoryPerChain());
    }

    void setLastProcessedBlock(Chain chain, long number, Outcome outcome) {
        setLastProcessedBlock(chain, chains.find(chain), number, outcome);
    }

    /** The same, of a chain that also has a number. */
    void setLastProcessedBlock(Chain chain, int chainIndex, long number, Outcome outcome) {
        setLastProcessedBlock(chain, chains.find(chain, chainIndex), number, outcome);
    }

    /**
     * Takes a chain from one block to the next as far as a run of updates goes, each of which is of
     * the same chain and to a later block: what happens in between nobody sees.
     *
     * @return how many updates that were; 0 when the first is none of this kind
     */
    int advance(long[] updates, int from, int to) {
        long first = updates[from];
        ChainEntry entry = chains.known(BlockWord.chainIndex(first));
        if (entry == null) {
            return 0;
        }
        long last = entry.lastProcessedBlock();
        int next = from;
        while (next < to
                && BlockWord.isSameChain(updates[next], first)
                && BlockWord.blockNumber(updates[next]) > last) {
            last = BlockWord.blockNumber(updates[next]);
            next++;
        }
        if (next > from) {
            chains.setLastProcessedBlock(entry, last);
        }
        return next - from;
    }

    private void setLastProcessedBlock(
            Chain chain, ChainEntry found, long number, Outcome outcome) {
        ChainEntry entry = found;
        if (entry == null) {
            if (chains.size() == limits.maxChains()) {
                outcome.refused(noMoreChains);
                return;
            }
            entry = chains.add(chain);
        } else if (number < entry.lastProcessedBlock()) {
            outcome.refusedForBlockOrder(number, entry.lastProcessedBlock());
            return;
        } else if (number == entry.lastProcessedBlock()) {
            outcome.unchanged();
            return;
        }
        chains.setLastProcessedBlock(entry, number);
        outcome.changed();
    }

    void saveBlock(SaveBlock write, Outcome outcome) {
        Block block = write.block();
        ChainEntry entry = chains.find(block.chain());
        long[] words = chains.encode(block);
        int stored = entry == null ? ChainTable.NONE : chains.find(entry, block.number());
        if (stored != ChainTable.NONE) {
            if (chains.hasHashOf(stored, words, 0)) {
                outcome.unchanged();
            } else {
                outcome.refused(Refusal.alreadyExists(BLOCK_NUMBER, block.number()));
            }
            return;
        }
        Refusal refusal = refusalToStore(entry, block.number());
        if (refusal != null) {
            outcome.refused(refusal);
            return;
        }
        ChainEntry target = entry == null ? chains.add(block.chain()) : entry;
        chains.put(target, words, 0, block);
        chains.trim(target, 0);
        outcome.changed();
    }

    void deleteBlock(DeleteBlock write, Outcome outcome) {
        ChainEntry entry = chains.find(write.chain());
        int stored = entry == null ? ChainTable.NONE : chains.find(entry, write.blockNumber());
        if (stored == ChainTable.NONE) {
            outcome.refused(Refusal.notFound(BLOCK_NUMBER, write.blockNumber()));
            return;
        }
        chains.remove(entry, stored);
        if (entry.lastProcessedBlock() == write.blockNumber()) {
            int below = chains.findBelow(entry, write.blockNumber());
            chains.setLastProcessedBlock(
                    entry,
                    below == ChainTable.NONE ? AggregatorView.NO_BLOCK : chains.blockNumber(below));
        }
        outcome.changed();
    }

    /**
     * Why there is no room for a block that is not stored yet, or null when there is. The same
     * object each time for the same reason.
     *
     * @param entry its chain, or null when there is none yet
     */
    Refusal refusalToStore(ChainEntry entry, long blockNumber) {
        if (entry == null) {
            return chains.size() == limits.maxChains() ? noMoreChains : null;
        }
        boolean full = chains.blockCount(entry) == limits.blockHistoryPerChain();
        return full && blockNumber < chains.blockNumber(chains.lowest(entry))
                ? historyIsFull
                : null;
    }
}
