package io.strait.engine.state;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.ParentCheck;
import io.strait.api.domain.Block;
import io.strait.api.domain.Rollback;
import io.strait.api.domain.TaskRecord;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.ResetChain;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.Write;
import io.strait.engine.record.BlockWords;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.EncodedChain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules of chain progress and stored blocks. */
final class ChainRules {
    private final Limits limits;
    private final ChainTable chains;
    private final TaskRules tasks;

    ChainRules(Limits limits, ChainTable chains, TaskRules tasks) {
        this.limits = limits;
        this.chains = chains;
        this.tasks = tasks;
    }

    void setLastProcessedBlock(long[] words, int at, Outcome outcome) {
        int chainAt = at + CommandWords.CHAIN;
        ChainEntry entry = chains.find(words, chainAt);
        if (entry == null) {
            if (chains.size() == limits.maxChains()) {
                outcome.refused(Limit.MAX_CHAINS, limits.maxChains());
                return;
            }
            entry = chains.add(words, chainAt);
        }
        setLastProcessedBlock(entry, words[at + CommandWords.BLOCK_NUMBER], outcome);
    }

    void setLastProcessedBlock(ChainEntry entry, long number, Outcome outcome) {
        long last = entry.lastProcessedBlock.newest();
        if (number < last) {
            outcome.refused(ResultCode.BLOCK_ORDER, last);
        } else if (number == last) {
            outcome.unchanged();
        } else {
            chains.setLastProcessedBlock(entry, number);
            outcome.changed();
        }
    }

    void saveBlock(long[] words, int at, Write<?> write, Outcome outcome) {
        int blockAt = at + EncodedChain.wordCount(words, at);
        ChainEntry entry = chains.find(words, at);
        long number = BlockWords.number(words, blockAt);
        int stored = entry == null ? BlockHistory.NONE : entry.history.find(number);
        if (stored != BlockHistory.NONE) {
            if (hasHashOf(entry, stored, words, blockAt)) {
                outcome.unchanged();
            } else {
                refuse(ResultCode.BLOCK_CONFLICT, entry, stored, outcome);
            }
            return;
        }
        if (lacksRoom(entry, number, outcome)) {
            return;
        }
        ChainEntry target = entry == null ? chains.add(words, at) : entry;
        Block block = write == null ? null : ((SaveBlock) write).block();
        chains.put(target, words, blockAt, block);
        chains.trim(target, 0);
        outcome.changed();
    }

    void deleteBlock(long[] words, int at, Outcome outcome) {
        ChainEntry entry = chains.find(words, at + CommandWords.CHAIN);
        long number = words[at + CommandWords.BLOCK_NUMBER];
        int stored = entry == null ? BlockHistory.NONE : entry.history.find(number);
        if (stored == BlockHistory.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
            return;
        }
        chains.remove(entry, stored);
        if (entry.lastProcessedBlock.newest() == number) {
            int below = entry.history.lower(number);
            chains.setLastProcessedBlock(
                    entry,
                    below == BlockHistory.NONE
                            ? AggregatorView.NO_BLOCK
                            : entry.history.number(below));
        }
        outcome.changed();
    }

    /** The block and its tasks, as one; the write is null when it came as words alone. */
    void commit(int argument, long[] words, int at, long timeMs, Write<?> write, Outcome outcome) {
        int taskCount = CommandWords.taskCount(argument);
        int chainAt = at + CommandWords.CHAIN;
        int blockAt = chainAt + EncodedChain.wordCount(words, chainAt);
        int tasksAt = blockAt + BlockWords.wordCount(words, blockAt);
        ChainEntry entry = chains.find(words, chainAt);
        if (cannotFollow(entry, words, blockAt, argument, outcome)
                || tasks.anyExists(words, tasksAt, taskCount, outcome)
                || !isStored(entry, words, blockAt)
                        && lacksRoom(entry, BlockWords.number(words, blockAt), outcome)
                || tasks.lacksRoom(taskCount, words, tasksAt, outcome)) {
            return;
        }
        CommitBlock commit = (CommitBlock) write;
        ChainEntry target = entry == null ? chains.add(words, chainAt) : entry;
        chains.put(target, words, blockAt, commit == null ? null : commit.block());
        chains.setLastProcessedBlock(target, BlockWords.number(words, blockAt));
        chains.trim(target, words[at + CommandWords.PRUNE_BELOW]);
        tasks.addAll(words, tasksAt, taskCount, timeMs, commit == null ? null : commit.tasks());
        outcome.changed();
    }

    void rollback(long[] words, int at, Outcome outcome) {
        ChainEntry entry = chains.find(words, at + CommandWords.CHAIN);
        long ancestor = words[at + CommandWords.BLOCK_NUMBER];
        if (cannotRollBack(entry, ancestor, outcome)) {
            return;
        }
        dropAbove(entry, ancestor, ancestor, ancestor, outcome);
    }

    /** Goes on from a block, which need not be stored; the write is null when it came as words. */
    void reset(long[] words, int at, Write<?> write, Outcome outcome) {
        int blockAt = at + EncodedChain.wordCount(words, at);
        long number = BlockWords.number(words, blockAt);
        ChainEntry entry = chains.find(words, at);
        if (entry == null && lacksRoom(null, number, outcome)) {
            return;
        }
        ChainEntry target = entry == null ? chains.add(words, at) : entry;
        int stored = target.history.find(number);
        boolean isStored = stored != BlockHistory.NONE && hasHashOf(target, stored, words, blockAt);
        long lastKept = isStored ? number : AggregatorView.NO_BLOCK;
        long lastKeptTask =
                isStored || target.history.count() == 0
                        ? number
                        : Math.min(number, target.history.number(0) - 1);
        dropAbove(target, number, lastKept, lastKeptTask, outcome);
        if (!isStored) {
            chains.forgetPruned(target);
            Block block = write == null ? null : ((ResetChain) write).block();
            chains.put(target, words, blockAt, block);
            outcome.changed(outcome.reference());
        }
    }

    /** Drops everything of a chain. */
    void forget(long[] words, int at, Outcome outcome) {
        ChainEntry entry = chains.find(words, at);
        if (entry == null) {
            outcome.refused(ResultCode.NOT_FOUND, Outcome.NO_CHAIN);
            return;
        }
        long none = AggregatorView.NO_BLOCK;
        dropAbove(entry, none, none, none, outcome);
    }

    /**
     * Drops blocks above one number and tasks from blocks above another, and tells of them.
     *
     * @param head the last processed block from now on
     */
    private void dropAbove(
            ChainEntry entry, long head, long lastKeptBlock, long lastKeptTask, Outcome outcome) {
        boolean isPrunedOrphaned = head < entry.prunedNumber;
        if (isPrunedOrphaned) {
            chains.forgetPruned(entry);
        }
        int blocksBefore = entry.history.count();
        List<Block> blocks = dropBlocksAbove(entry, lastKeptBlock, outcome.wantsResult());
        List<TaskRecord> dropped =
                tasks.dropFromBlocksAbove(entry.words, lastKeptTask, outcome.wantsResult());
        boolean moves = entry.lastProcessedBlock.newest() != head;
        boolean isUnchanged =
                !moves
                        && !isPrunedOrphaned
                        && entry.history.count() == blocksBefore
                        && tasks.droppedCount() == 0;
        Rollback rollback =
                outcome.wantsResult() ? new Rollback(entry.chain(), head, blocks, dropped) : null;
        if (isUnchanged) {
            outcome.unchanged(rollback);
        } else {
            if (moves) {
                chains.setLastProcessedBlock(entry, head);
            }
            outcome.changed(rollback);
        }
    }

    /** Whether there is no room for a block that is not stored yet; the outcome says so then. */
    private boolean lacksRoom(ChainEntry entry, long number, Outcome outcome) {
        if (entry == null) {
            if (chains.size() < limits.maxChains()) {
                return false;
            }
            outcome.refused(Limit.MAX_CHAINS, limits.maxChains());
            return true;
        }
        BlockHistory history = entry.history;
        boolean isFull = history.count() == limits.blockHistoryPerChain();
        if (!isFull || number >= history.number(0)) {
            return false;
        }
        outcome.refused(Limit.BLOCK_HISTORY_PER_CHAIN, limits.blockHistoryPerChain());
        return true;
    }

    /** Whether a block cannot be the chain's next one; the outcome says why not then. */
    private boolean cannotFollow(
            ChainEntry entry, long[] words, int at, int argument, Outcome outcome) {
        if (entry == null) {
            return false;
        }
        long number = BlockWords.number(words, at);
        long last = entry.lastProcessedBlock.newest();
        int stored = entry.history.find(number);
        boolean isSame = stored != BlockHistory.NONE && hasHashOf(entry, stored, words, at);
        if (number <= last && !isSame) {
            outcome.refused(ResultCode.BLOCK_ORDER, last);
            return true;
        }
        if (number <= last) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
            return true;
        }
        if (stored != BlockHistory.NONE && !isSame) {
            refuse(ResultCode.BLOCK_CONFLICT, entry, stored, outcome);
            return true;
        }
        if (number <= entry.prunedNumber) {
            outcome.refused(ResultCode.BLOCK_ORDER, entry.prunedNumber);
            return true;
        }
        return CommandWords.parentCheck(argument) == ParentCheck.BY_HASH
                ? isUnlinked(entry, words, at, number, outcome)
                : isOrphan(entry, words, at, number, outcome);
    }

    /** Whether the block before is known and is not its parent; the outcome says so then. */
    private boolean isOrphan(ChainEntry entry, long[] words, int at, long number, Outcome outcome) {
        int predecessor = number == 0 ? BlockHistory.NONE : entry.history.find(number - 1);
        if (predecessor != BlockHistory.NONE) {
            if (isParentOf(entry, predecessor, words, at)) {
                return false;
            }
            refuseLink(
                    chains.words(entry, predecessor),
                    chains.wordsAt(entry, predecessor),
                    words,
                    at,
                    outcome);
            return true;
        }
        return number != 0
                && entry.prunedNumber == number - 1
                && isOrphanOfPruned(entry, words, at, outcome);
    }

    /** Whether it does not lead to the last processed block by parents; the outcome says so. */
    private boolean isUnlinked(
            ChainEntry entry, long[] words, int at, long number, Outcome outcome) {
        long last = entry.lastProcessedBlock.newest();
        BlockHistory history = entry.history;
        long[] child = words;
        int childAt = at;
        int below = history.lower(number);
        // One step as a rule: what is above the last one was saved ahead.
        while (below != BlockHistory.NONE && history.number(below) > entry.prunedNumber) {
            if (!isParentOf(entry, below, child, childAt)) {
                refuseLink(
                        chains.words(entry, below),
                        chains.wordsAt(entry, below),
                        child,
                        childAt,
                        outcome);
                return true;
            }
            if (history.number(below) <= last) {
                return false;
            }
            child = chains.words(entry, below);
            childAt = chains.wordsAt(entry, below);
            below--;
        }
        return entry.prunedNumber != AggregatorView.NO_BLOCK
                && isOrphanOfPruned(entry, child, childAt, outcome);
    }

    /** Whether the newest block that is too old is not its parent; the outcome says so then. */
    private boolean isOrphanOfPruned(ChainEntry entry, long[] words, int at, Outcome outcome) {
        long[] pruned = chains.prunedWords(entry);
        int prunedAt = chains.prunedAt(entry);
        if (BlockWords.isParentOf(pruned, prunedAt, words, at)) {
            return false;
        }
        refuseLink(pruned, prunedAt, words, at, outcome);
        return true;
    }

    /** Because one block is not the parent of the other, which is told if somebody asks. */
    private static void refuseLink(
            long[] words, int at, long[] child, int childAt, Outcome outcome) {
        Outcome.BrokenLink link =
                outcome.wantsResult()
                        ? new Outcome.BrokenLink(
                                BlockWords.number(child, childAt),
                                BlockWords.parentHash(child, childAt),
                                BlockWords.number(words, at),
                                BlockWords.hash(words, at))
                        : null;
        outcome.refused(ResultCode.PARENT_MISMATCH, Outcome.NO_DETAIL, link);
    }

    /** Because of a stored block, whose hash is told if somebody asks. */
    private void refuse(ResultCode as, ChainEntry entry, int stored, Outcome outcome) {
        String hash =
                outcome.wantsResult()
                        ? BlockWords.hash(
                                chains.words(entry, stored), chains.wordsAt(entry, stored))
                        : null;
        outcome.refused(as, Outcome.NO_DETAIL, hash);
    }

    private boolean cannotRollBack(ChainEntry entry, long ancestor, Outcome outcome) {
        if (entry == null) {
            outcome.refused(ResultCode.NOT_FOUND, Outcome.NO_CHAIN);
            return true;
        }
        long head = entry.lastProcessedBlock.newest();
        if (head == AggregatorView.NO_BLOCK || ancestor > head) {
            outcome.refused(ResultCode.BLOCK_ORDER, head);
            return true;
        }
        boolean isKnown =
                ancestor == head
                        || ancestor == entry.prunedNumber
                        || entry.history.find(ancestor) != BlockHistory.NONE;
        boolean nothingWasBelow =
                entry.prunedNumber == AggregatorView.NO_BLOCK
                        && entry.history.lower(ancestor) == BlockHistory.NONE;
        if (isKnown || nothingWasBelow) {
            return false;
        }
        outcome.refused(ResultCode.NOT_FOUND);
        return true;
    }

    private List<Block> dropBlocksAbove(ChainEntry entry, long ancestor, boolean wantsResult) {
        BlockHistory history = entry.history;
        List<Block> dropped = new ArrayList<>();
        while (history.count() > 0 && history.number(history.count() - 1) > ancestor) {
            int highest = history.count() - 1;
            if (wantsResult) {
                dropped.add(chains.block(entry, highest));
            }
            chains.remove(entry, highest);
        }
        Collections.reverse(dropped);
        return dropped;
    }

    private static boolean isStored(ChainEntry entry, long[] words, int blockAt) {
        return entry != null
                && entry.history.find(BlockWords.number(words, blockAt)) != BlockHistory.NONE;
    }

    private boolean hasHashOf(ChainEntry entry, int stored, long[] words, int at) {
        return BlockWords.hasHashOf(
                chains.words(entry, stored), chains.wordsAt(entry, stored), words, at);
    }

    private boolean isParentOf(ChainEntry entry, int stored, long[] words, int at) {
        return BlockWords.isParentOf(
                chains.words(entry, stored), chains.wordsAt(entry, stored), words, at);
    }
}
