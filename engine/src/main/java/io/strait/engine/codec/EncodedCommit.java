package io.strait.engine.codec;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.WordText;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/**
 * A block and its tasks as words: the numbers of its chain and its tasks; the number below which
 * blocks are dropped; the block as {@link EncodedBlock} has it; task after task.
 */
public final class EncodedCommit extends EncodedWrite implements CommitDraft {
    /** Which word has the numbers of the chain and, in the upper half, of the tasks. */
    public static final int CHAIN_AND_TASK_COUNT = 0;

    /** Which word has the number below which blocks are dropped. */
    public static final int PRUNE_BELOW = 1;

    /** Where the block begins; the tasks follow it. */
    public static final int BLOCK = 2;

    private static final int NOT_SET = -1;

    /** How many words of an encoded task precede its id; the second one has its length. */
    private static final int TASK_ID_OFFSET = 10;

    private final WordText hash = new WordText(16);
    private final WordText parentHash = new WordText(16);
    private final WordBuffer tasks = new WordBuffer(512);
    private final LongHashSet idHashes = new LongHashSet();
    private int[] taskStarts = new int[16];
    private int taskCount;
    private int chain;
    private long blockNumber;
    private long timestamp;
    private long pruneBelow;

    /**
     * An empty draft.
     *
     * @param codebook the engine's
     */
    public EncodedCommit(Codebook codebook) {
        super(codebook);
        clear();
    }

    @Override
    public CommitDraft clear() {
        hash.clear();
        parentHash.clear();
        clearTasks();
        chain = NOT_SET;
        blockNumber = 0;
        timestamp = 0;
        pruneBelow = 0;
        return this;
    }

    @Override
    public CommitDraft block(ChainHandle of, long number) {
        int index = codebook.chains().indexOf(of);
        Require.notNegative("blockNumber", number);
        if (taskCount > 0 && index != chain) {
            throw setTooLate("chain", of);
        }
        if (taskCount > 0 && number != blockNumber) {
            throw setTooLate("blockNumber", number);
        }
        chain = index;
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
    public CommitDraft addTask(TaskDraft task) {
        EncodedTask own = (EncodedTask) requireOwnTask(task);
        if (chain == NOT_SET) {
            throw missing("block");
        }
        int limit = codebook.limits().maxTasksPerCommit();
        if (taskCount == limit) {
            throw new InvalidArgumentException(
                    "tasks.size", taskCount + 1, "is more than maxTasksPerCommit=" + limit);
        }
        Chain of = codebook.chains().chain(chain);
        own.requireSource(of.avs(), of.chainId(), blockNumber);
        int start = tasks.count();
        boolean whole = false;
        try {
            own.encodeTo(tasks);
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
    void encodeTo(WordBuffer target) {
        if (chain == NOT_SET) {
            throw missing("block");
        }
        if (hash.byteCount() == 0) {
            throw missing("blockHash");
        }
        if (parentHash.byteCount() == 0) {
            throw missing("parentHash");
        }
        Require.inRange("pruneBelow", pruneBelow, 0, blockNumber);
        target.add(chain | (long) taskCount << 32);
        target.add(pruneBelow);
        target.add(blockNumber);
        target.add(timestamp);
        target.add(hash.byteCount() | (long) parentHash.byteCount() << 32);
        target.add(hash.words());
        target.add(parentHash.words());
        target.add(tasks);
    }

    static CommitBlock decode(WordReader words, Codebook codebook) {
        long chainAndCount = words.next();
        long pruneBelow = words.next();
        long number = words.next();
        long timestamp = words.next();
        long lengths = words.next();
        String hash = words.text((int) lengths);
        String parentHash = words.text((int) (lengths >>> 32));
        Chain chain = codebook.chains().chain((int) chainAndCount);
        Task[] tasks = new Task[(int) (chainAndCount >>> 32)];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = EncodedTask.decode(words, codebook);
        }
        Block block = new Block(chain, number, hash, parentHash, timestamp);
        return new CommitBlock(block, Arrays.asList(tasks), pruneBelow);
    }

    private EncodedWrite requireOwnTask(TaskDraft task) {
        return requireOwn("task", task, codebook);
    }

    private void reserveStart() {
        if (taskCount == taskStarts.length) {
            taskStarts = Arrays.copyOf(taskStarts, 2 * taskCount);
        }
    }

    /** Throws when another task has the id of the one that was added last. */
    private void refuseTwin(EncodedTask task, int start) {
        for (int i = 0; i < taskCount; i++) {
            int other = taskStarts[i];
            boolean sameLength =
                    (short) tasks.words()[other + 1] == (short) tasks.words()[start + 1];
            if (sameLength && task.hasIdOf(tasks, other + TASK_ID_OFFSET)) {
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
