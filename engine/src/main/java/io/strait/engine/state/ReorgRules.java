package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.TaskRecord;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.RollbackTo;
import io.strait.engine.codec.EncodedBlock;
import io.strait.engine.codec.EncodedCommit;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
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
    private final PackedTaskRules packedTaskRules;

    ReorgRules(
            ChainTable chains,
            ChainRules chainRules,
            TaskRules taskRules,
            PackedTaskRules packedTaskRules) {
        this.chains = chains;
        this.chainRules = chainRules;
        this.taskRules = taskRules;
        this.packedTaskRules = packedTaskRules;
    }

    void commit(CommitBlock write, long timeMs, Outcome outcome) {
        Block block = write.block();
        ChainEntry entry = chains.find(block.chain());
        long[] words = chains.encode(block);
        Refusal refusal = refusalToCommit(entry, write, words);
        if (refusal != null) {
            outcome.refused(refusal);
            return;
        }
        ChainEntry target = entry == null ? chains.add(block.chain()) : entry;
        chains.put(target, words, 0, block);
        chains.trim(target, write.pruneBelow());
        chains.setLastProcessedBlock(target, block.number());
        taskRules.add(write.tasks(), timeMs);
        outcome.changed();
    }

    /**
     * The same of a write that comes as words; a refusal is a code alone.
     *
     * @param chain the chain that the words name by number
     */
    void commit(Chain chain, long[] words, int at, long timeMs, Outcome outcome) {
        int chainIndex = (int) words[at + EncodedCommit.CHAIN_AND_TASK_COUNT];
        int taskCount = (int) (words[at + EncodedCommit.CHAIN_AND_TASK_COUNT] >>> Integer.SIZE);
        int blockAt = at + EncodedCommit.BLOCK;
        int tasksAt = blockAt + EncodedBlock.count(words, blockAt);
        ChainEntry entry = chains.find(chain, chainIndex);
        ResultCode code = codeToCommit(entry, words, blockAt, tasksAt, taskCount);
        if (code != ResultCode.OK) {
            outcome.refused(code);
            return;
        }
        ChainEntry target = entry == null ? chains.add(chain) : entry;
        chains.put(target, words, blockAt, null);
        chains.trim(target, words[at + EncodedCommit.PRUNE_BELOW]);
        chains.setLastProcessedBlock(target, EncodedBlock.number(words, blockAt));
        packedTaskRules.addAll(words, tasksAt, taskCount, timeMs);
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

    private Refusal refusalToCommit(ChainEntry entry, CommitBlock write, long[] words) {
        Block block = write.block();
        ResultCode code = codeToFollow(entry, words, 0);
        if (code != ResultCode.OK) {
            return refusalToFollow(entry, block, code);
        }
        Refusal refusal = taskRules.refusalIfAnyExists(write.tasks());
        if (refusal == null && !isStored(entry, block.number())) {
            refusal = chainRules.refusalToStore(entry, block.number());
        }
        return refusal == null ? taskRules.refusalForLackOfRoom(write.tasks().size()) : refusal;
    }

    private ResultCode codeToCommit(
            ChainEntry entry, long[] words, int blockAt, int tasksAt, int taskCount) {
        ResultCode code = codeToFollow(entry, words, blockAt);
        if (code != ResultCode.OK) {
            return code;
        }
        if (packedTaskRules.anyExists(words, tasksAt, taskCount)) {
            return ResultCode.ALREADY_EXISTS;
        }
        long number = EncodedBlock.number(words, blockAt);
        if (!isStored(entry, number)) {
            Refusal refusal = chainRules.refusalToStore(entry, number);
            if (refusal != null) {
                return refusal.code();
            }
        }
        return taskRules.lacksRoom(taskCount) ? ResultCode.CAPACITY_EXCEEDED : ResultCode.OK;
    }

    private boolean isStored(ChainEntry entry, long number) {
        return entry != null && chains.find(entry, number) != ChainTable.NONE;
    }

    /** Why a block, which comes as words, cannot be the chain's next one; OK when it can. */
    private ResultCode codeToFollow(ChainEntry entry, long[] words, int at) {
        if (entry == null) {
            return ResultCode.OK;
        }
        long number = EncodedBlock.number(words, at);
        int stored = chains.find(entry, number);
        boolean isStored = stored != ChainTable.NONE && chains.hasHashOf(stored, words, at);
        if (number <= entry.lastProcessedBlock()) {
            return isStored ? ResultCode.ALREADY_EXISTS : ResultCode.BLOCK_ORDER;
        }
        if (stored != ChainTable.NONE && !isStored) {
            return ResultCode.ALREADY_EXISTS;
        }
        int predecessor = number == 0 ? ChainTable.NONE : chains.find(entry, number - 1);
        return predecessor == ChainTable.NONE || chains.isParentOf(predecessor, words, at)
                ? ResultCode.OK
                : ResultCode.PARENT_MISMATCH;
    }

    /** The same in full. */
    private Refusal refusalToFollow(ChainEntry entry, Block block, ResultCode code) {
        long number = block.number();
        return switch (code) {
            case ALREADY_EXISTS -> Refusal.alreadyExists(ChainRules.BLOCK_NUMBER, number);
            case BLOCK_ORDER -> Refusal.blockOrder(number, entry.lastProcessedBlock());
            case PARENT_MISMATCH -> {
                Block predecessor = chains.block(entry, chains.find(entry, number - 1));
                yield Refusal.parentMismatch(number, predecessor.hash(), block.parentHash());
            }
            default -> throw new IllegalStateException("no reason to refuse a block: " + code);
        };
    }

    private Refusal refusalToRollBack(ChainEntry entry, Chain chain, long ancestor) {
        if (entry == null) {
            return Refusal.notFound("chain", chain);
        }
        long head = entry.lastProcessedBlock();
        if (head == AggregatorView.NO_BLOCK || ancestor > head) {
            return Refusal.blockOrder(ancestor, head);
        }
        boolean known = ancestor == head || isStored(entry, ancestor);
        boolean inGap = !known && chains.findBelow(entry, ancestor) != ChainTable.NONE;
        return inGap ? Refusal.notFound(ChainRules.BLOCK_NUMBER, ancestor) : null;
    }

    private List<Block> dropBlocksAbove(ChainEntry entry, long ancestor) {
        List<Block> dropped = new ArrayList<>();
        int highest = chains.highest(entry);
        while (highest != ChainTable.NONE && chains.blockNumber(highest) > ancestor) {
            dropped.add(chains.block(entry, highest));
            chains.remove(entry, highest);
            highest = chains.highest(entry);
        }
        Collections.reverse(dropped);
        return dropped;
    }
}
