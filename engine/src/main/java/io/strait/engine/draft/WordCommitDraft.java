package io.strait.engine.draft;

import io.strait.api.ParentCheck;
import io.strait.api.domain.Chain;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordText;
import io.strait.engine.record.BlockWords;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.EncodedChain;
import io.strait.engine.record.TaskType;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/** A block and its tasks. */
public final class WordCommitDraft extends WordDraft implements CommitDraft {
    private final WordText hash = new WordText(16);
    private final WordText parentHash = new WordText(16);
    private final WordBuffer tasks = new WordBuffer(512);
    private final LongHashSet idHashes = new LongHashSet();
    private int[] taskStarts = new int[16];
    private int taskCount;
    private EncodedChain chain;
    private long blockNumber;
    private long timestamp;
    private long pruneBelow;
    private ParentCheck parentCheck;

    /** An empty draft. */
    public WordCommitDraft(Drafts drafts) {
        super(drafts);
        clear();
    }

    @Override
    public CommitDraft clear() {
        hash.clear();
        parentHash.clear();
        clearTasks();
        chain = null;
        blockNumber = 0;
        timestamp = 0;
        pruneBelow = 0;
        parentCheck = ParentCheck.BY_NUMBER;
        return this;
    }

    @Override
    public CommitDraft block(ChainHandle of, long number) {
        EncodedChain own = drafts.handles().chain(of);
        Require.notNegative("blockNumber", number);
        if (taskCount > 0 && own != chain) {
            throw setTooLate("chain", of);
        }
        if (taskCount > 0 && number != blockNumber) {
            throw setTooLate("blockNumber", number);
        }
        chain = own;
        blockNumber = number;
        return this;
    }

    @Override
    public CommitDraft timestamp(long value) {
        timestamp = Require.notNegative("timestamp", value);
        return this;
    }

    @Override
    public CommitDraft hash(byte[] source, int offset, int length) {
        hash.setHash("blockHash", source, offset, length);
        return this;
    }

    @Override
    public CommitDraft hash(DirectBuffer source, int offset, int length) {
        hash.setHash("blockHash", source, offset, length);
        return this;
    }

    @Override
    public CommitDraft parentHash(byte[] source, int offset, int length) {
        parentHash.setHash("parentHash", source, offset, length);
        return this;
    }

    @Override
    public CommitDraft parentHash(DirectBuffer source, int offset, int length) {
        parentHash.setHash("parentHash", source, offset, length);
        return this;
    }

    @Override
    public CommitDraft pruneBelow(long value) {
        pruneBelow = Require.notNegative("pruneBelow", value);
        return this;
    }

    @Override
    public CommitDraft parentCheck(ParentCheck check) {
        parentCheck = Require.notNull("parentCheck", check);
        return this;
    }

    @Override
    public CommitDraft addTask(TaskDraft task) {
        WordTaskDraft own = (WordTaskDraft) requireOwnTask(task);
        if (chain == null) {
            throw missing("block");
        }
        int limit = drafts.limits().maxTasksPerCommit();
        if (taskCount == limit) {
            throw new InvalidArgumentException(
                    "tasks.size", taskCount + 1, "is more than maxTasksPerCommit=" + limit);
        }
        Chain of = chain.chain();
        own.requireSource(of.avs(), of.chainId(), blockNumber);
        int start = tasks.count();
        boolean whole = false;
        try {
            int at = tasks.claim(own.wordCount());
            own.putTo(tasks.words(), at);
            if (!idHashes.add(own.idHash())) {
                refuseTwin(own, start);
            }
            reserveStart();
            whole = true;
        } finally {
            if (!whole) {
                tasks.truncate(start);
            }
        }
        taskStarts[taskCount++] = start;
        return this;
    }

    @Override
    public int wordCount() {
        if (chain == null) {
            throw missing("block");
        }
        if (hash.byteCount() == 0) {
            throw missing("blockHash");
        }
        if (parentHash.byteCount() == 0) {
            throw missing("parentHash");
        }
        Require.inRange("pruneBelow", pruneBelow, 0, blockNumber);
        return 1
                + chain.words().count()
                + BlockWords.wordCount(hash.byteCount(), parentHash.byteCount())
                + tasks.count();
    }

    @Override
    public int putTo(long[] target, int at) {
        target[at] = pruneBelow;
        int next = chain.words().putTo(target, at + 1);
        next = BlockWords.put(blockNumber, timestamp, hash, parentHash, target, next);
        return tasks.putTo(target, next);
    }

    @Override
    public int argument() {
        return CommandWords.commitArgument(taskCount, parentCheck);
    }

    private WordDraft requireOwnTask(TaskDraft task) {
        return require("task", task, drafts);
    }

    private void reserveStart() {
        if (taskCount == taskStarts.length) {
            taskStarts = Arrays.copyOf(taskStarts, 2 * taskCount);
        }
    }

    /** Throws when another task has the id of the one that was added last. */
    private void refuseTwin(WordTaskDraft task, int start) {
        for (int i = 0; i < taskCount; i++) {
            if (TaskType.INSTANCE.hasKeyOf(tasks.words(), start, tasks.words(), taskStarts[i])) {
                throw new InvalidArgumentException(
                        "taskId", task.idText(), "stands twice in tasks");
            }
        }
    }

    private static InvalidArgumentException setTooLate(String name, Object value) {
        return new InvalidArgumentException(
                name, value, "must be set before the tasks of the block");
    }

    private void clearTasks() {
        tasks.clear();
        idHashes.clear();
        taskCount = 0;
    }
}
