package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.image.Row;

/**
 * The rules of chain progress and stored blocks, but for those that involve tasks too: {@link
 * ReorgRules}.
 */
final class ChainRules {
    static final String BLOCK_NUMBER = "blockNumber";

    private final Limits limits;
    private final ChainTable chains;
    private final Refusal noMoreChains;

    ChainRules(Limits limits, ChainTable chains) {
        this.limits = limits;
        this.chains = chains;
        this.noMoreChains = Refusal.capacityExceeded("maxChains", limits.maxChains());
    }

    void setLastProcessedBlock(Chain chain, long number, Outcome outcome) {
        setLastProcessedBlock(chain, chains.find(chain), number, outcome);
    }

    /** The same, of a chain that also has a number. */
    void setLastProcessedBlock(Chain chain, int chainIndex, long number, Outcome outcome) {
        setLastProcessedBlock(chain, chains.find(chain, chainIndex), number, outcome);
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
        Row<Block> stored = entry == null ? null : entry.block(block.number());
        if (stored != null) {
            if (stored.value().hash().equals(block.hash())) {
                outcome.unchanged();
            } else {
                outcome.refused(Refusal.alreadyExists(BLOCK_NUMBER, block.number()));
            }
            return;
        }
        Refusal refusal = refusalToStore(entry, block);
        if (refusal != null) {
            outcome.refused(refusal);
            return;
        }
        ChainEntry target = entry == null ? chains.add(block.chain()) : entry;
        chains.put(target, block);
        chains.trim(target, 0);
        chains.publishBlocks(target);
        outcome.changed();
    }

    void deleteBlock(DeleteBlock write, Outcome outcome) {
        ChainEntry entry = chains.find(write.chain());
        Row<Block> stored = entry == null ? null : entry.block(write.blockNumber());
        if (stored == null) {
            outcome.refused(Refusal.notFound(BLOCK_NUMBER, write.blockNumber()));
            return;
        }
        chains.remove(entry, stored);
        chains.publishBlocks(entry);
        if (entry.lastProcessedBlock() == write.blockNumber()) {
            Block below = entry.blockBelow(write.blockNumber());
            chains.setLastProcessedBlock(
                    entry, below == null ? AggregatorView.NO_BLOCK : below.number());
        }
        outcome.changed();
    }

    /** Why there is no room for a block that is not stored yet, or null when there is. */
    Refusal refusalToStore(ChainEntry entry, Block block) {
        if (entry == null) {
            return chains.size() == limits.maxChains() ? noMoreChains : null;
        }
        boolean full = entry.blockCount() == limits.blockHistoryPerChain();
        return full && block.number() < entry.lowestBlock().key()
                ? Refusal.capacityExceeded("blockHistoryPerChain", limits.blockHistoryPerChain())
                : null;
    }
}
