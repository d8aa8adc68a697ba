package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.ParentCheck;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.api.write.Write;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is limited by how the state is built, and not by its configuration: reaching it refuses a
 * command before anything has changed, and room that is made is used. With few chunks and few
 * sources. Seen to fail when the state, a save, a commit or a requeue does not ask.
 */
class HardCapacityTest {
    private static final Address AVS = Address.of("0xa1");
    private static final int SOURCES = 3;

    /** More than half of a chunk. */
    private static final byte[] PAYLOAD = new byte[40_000];

    private final Outcome outcome = new Outcome();
    private State state;
    private long position;

    @Test
    void shouldRefuseWhatMayNeedAChunkTooMany() {
        open(40);
        int saved = 0;
        while (apply(new SaveTask(task(saved, 1))) == ResultCode.OK) {
            saved++;
        }
        requireRefusedBy(Limit.MEMORY_CHUNKS, 40);
        assertTrue(saved > 20 && saved < 40, "saved=" + saved);
        for (int i = 0; i < 10; i++) {
            requireRefused(new SaveTask(task(100 + i, 1)), Limit.MEMORY_CHUNKS, 40);
            requireRefused(
                    new UpdateTaskStatus("t0", TaskStatus.PROCESSING), Limit.MEMORY_CHUNKS, 40);
        }
        assertEquals(saved, count(TaskStatus.PENDING));
        for (int i = 0; i < saved; i++) {
            assertEquals(ResultCode.OK, apply(new DeleteTask("t" + i)));
        }
        for (int i = 0; i < saved - 2; i++) {
            assertEquals(ResultCode.OK, apply(new SaveTask(task(200 + i, 1))), "again");
        }
    }

    @Test
    void shouldCountTheTasksOfACommit() {
        open(40);
        assertEquals(ResultCode.OK, apply(commit(1, 20)));
        requireRefused(commit(2, 20), Limit.MEMORY_CHUNKS, 40);
        CommitBlock other = commit(2, 20);
        CommitBlock byHash = new CommitBlock(other.block(), other.tasks(), 0, ParentCheck.BY_HASH);
        requireRefused(byHash, Limit.MEMORY_CHUNKS, 40);
        assertEquals(20, count(TaskStatus.PENDING));
        assertEquals(ResultCode.OK, apply(commit(2, 1)));
    }

    /** A task that is requeued for the first time keeps its cell. */
    @Test
    void shouldRequeueWithoutMemoryForCopies() {
        open(40);
        assertEquals(ResultCode.OK, apply(commit(1, 15)));
        for (int i = 0; i < 15; i++) {
            assertEquals(ResultCode.OK, apply(new ClaimNextTask(AVS, 10)));
        }
        assertEquals(ResultCode.OK, apply(commit(2, 8)));
        assertEquals(ResultCode.OK, apply(new RequeueExpiredLeases(11)));
        assertEquals(23, count(TaskStatus.PENDING));
    }

    @Test
    void shouldRefuseASourceTooMany() {
        open(1_000);
        for (int chain = 0; chain < SOURCES; chain++) {
            assertEquals(ResultCode.OK, apply(new SaveTask(task(chain, chain))));
        }
        requireRefused(new SaveTask(task(9, 9)), Limit.TASK_SOURCES, SOURCES);
        requireRefused(commit(1, 1, 9), Limit.TASK_SOURCES, SOURCES);
        assertEquals(ResultCode.OK, apply(commit(1, 0, 9)), "no task, no source");
        assertEquals(ResultCode.OK, apply(new SaveTask(task(10, 2))), "a source that is there");
        assertEquals(SOURCES + 1, count(TaskStatus.PENDING));
        assertEquals(ResultCode.OK, apply(new DeleteTask("t0")));
        assertEquals(ResultCode.OK, apply(new DeleteTask("t10")));
        assertEquals(ResultCode.OK, apply(new SaveTask(task(9, 9))), "its number is free");
    }

    private void open(int maxChunks) {
        state = new State(Limits.DEFAULT, TestKeys.STANDARD, new Arena(0, maxChunks), SOURCES);
    }

    private static Task task(int id, long chainId) {
        return Task.builder("t" + id, AVS).chainId(chainId).payload(PAYLOAD).build();
    }

    private static CommitBlock commit(int number, int taskCount) {
        return commit(number, taskCount, 1);
    }

    private static CommitBlock commit(int number, int taskCount, long chainId) {
        Task[] tasks = new Task[taskCount];
        for (int i = 0; i < taskCount; i++) {
            tasks[i] =
                    task(1_000 * number + i, chainId).toBuilder().sourceBlockNumber(number).build();
        }
        String parent = number == 1 ? "0xb0" : "0xb" + (number - 1);
        Block block = new Block(Chain.of(AVS, chainId), number, "0xb" + number, parent, 1);
        return new CommitBlock(block, List.of(tasks), 0);
    }

    private void requireRefused(Write<?> write, Limit limit, int value) {
        apply(write);
        requireRefusedBy(limit, value);
    }

    private void requireRefusedBy(Limit limit, int value) {
        assertEquals(ResultCode.CAPACITY_EXCEEDED, outcome.code());
        assertEquals(limit, Limit.ofDetail(outcome.detail()));
        assertEquals(value, Limit.valueOfDetail(outcome.detail()));
    }

    private int count(TaskStatus status) {
        return state.tasks().byStatus().count(status.ordinal());
    }

    /** Applies a write as a batch of its own. */
    private ResultCode apply(Write<?> write) {
        WordBuffer words = new WordBuffer(64);
        int argument = CommandWords.add(write, words);
        outcome.begin(false);
        state.apply(Opcode.of(write.type()), argument, words.words(), 0, 5, null, outcome);
        position++;
        state.published(position);
        return outcome.code();
    }
}
