package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.TaskRecord;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.image.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The two steps of a chain follower, each of blocks and tasks at once: commit a block, or go back.
 */
final class ReorgRules {
    private final ChainTable chains;
    private final ChainRules chainRules;
    private final TaskRules taskRules;

    ReorgRules(ChainTable chains, ChainRules chainRules, TaskRules taskRules) {
        this.chains = chains;
        this.chainRules = chainRules;
        this.taskRules = taskRules;
    }

    void commit(CommitBlock write, long timeMs, Outcome outcome) {
        Block block = write.block();
        ChainEntry entry = chains.find(block.chain());
        Refusal refusal = refusalToCommit(entry, write);
        if (refusal != null) {
            outcome.refused(refusal);
            return;
        }
        ChainEntry target = entry == null ? chains.add(block.chain()) : entry;
        chains.put(target, block);
        chains.trim(target, write.pruneBelow());
        chains.publishBlocks(target);
        chains.setLastProcessedBlock(target, block.number());
        taskRules.add(write.tasks(), timeMs);
        outcome.changed();
    }

    void rollback(RollbackTo write, Outcome outcome) {
        Chain chain = write.chain();
        long ancestor = write.ancestorNumber();
        ChainEntry entry = chains.find(chain);
        Refusal refusal = refusalToRollBack(entry, chain, ancestor);
        if (refusal != null) {
            outcome.refused(refusal);
            return;
        }
        long head = entry.lastProcessedBlock();
        List<Block> blocks = dropBlocksAbove(entry, ancestor);
        List<TaskRecord> tasks = taskRules.dropFromBlocksAbove(chain, ancestor);
        Rollback rollback = new Rollback(chain, ancestor, blocks, tasks);
        if (head == ancestor && blocks.isEmpty() && tasks.isEmpty()) {
            outcome.unchanged(rollback);
            return;
        }
        chains.setLastProcessedBlock(entry, ancestor);
        outcome.changed(rollback);
    }

    private Refusal refusalToCommit(ChainEntry entry, CommitBlock write) {
        Block block = write.block();
        Row<Block> stored = null;
        if (entry != null) {
            stored = entry.block(block.number());
            Refusal refusal = refusalToFollow(entry, stored, block);
            if (refusal != null) {
                return refusal;
            }
        }
        Refusal refusal = taskRules.refusalIfAnyExists(write.tasks());
        if (refusal == null && stored == null) {
            refusal = chainRules.refusalToStore(entry, block);
        }
        return refusal == null ? taskRules.refusalForLackOfRoom(write.tasks().size()) : refusal;
    }

    /** Why the block cannot be the chain's next one, or null when it can. */
    private static Refusal refusalToFollow(ChainEntry entry, Row<Block> stored, Block block) {
        long number = block.number();
        boolean isStored = stored != null && stored.value().hash().equals(block.hash());
        if (number <= entry.lastProcessedBlock()) {
            return isStored
                    ? Refusal.alreadyExists(ChainRules.BLOCK_NUMBER, number)
                    : Refusal.blockOrder(number, entry.lastProcessedBlock());
        }
        if (stored != null && !isStored) {
            return Refusal.alreadyExists(ChainRules.BLOCK_NUMBER, number);
        }
        Row<Block> predecessor = number == 0 ? null : entry.block(number - 1);
        if (predecessor == null || predecessor.value().hash().equals(block.parentHash())) {
            return null;
        }
        return Refusal.parentMismatch(number, predecessor.value().hash(), block.parentHash());
    }

    private static Refusal refusalToRollBack(ChainEntry entry, Chain chain, long ancestor) {
        if (entry == null) {
            return Refusal.notFound("chain", chain);
        }
        long head = entry.lastProcessedBlock();
        if (head == AggregatorView.NO_BLOCK || ancestor > head) {
            return Refusal.blockOrder(ancestor, head);
        }
        boolean known = ancestor == head || entry.block(ancestor) != null;
        boolean inGap = !known && entry.blockBelow(ancestor) != null;
        return inGap ? Refusal.notFound(ChainRules.BLOCK_NUMBER, ancestor) : null;
    }

    private List<Block> dropBlocksAbove(ChainEntry entry, long ancestor) {
        List<Block> dropped = new ArrayList<>();
        Row<Block> highest = entry.highestBlock();
        while (highest != null && highest.key() > ancestor) {
            dropped.add(highest.value());
            chains.remove(entry, highest);
            highest = entry.highestBlock();
        }
        chains.publishBlocks(entry);
        Collections.reverse(dropped);
        return dropped;
    }
}
