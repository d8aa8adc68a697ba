package io.strait.api.internal;

import io.strait.api.Limits;
import io.strait.api.domain.Task;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;

/**
 * The sizes of a write's arguments against an engine's limits. They are judged on the calling
 * thread, before the write is accepted: they depend on no state, and a payload that is too large
 * must not take up room in a lane.
 */
public final class SizeRules {
    private SizeRules() {}

    /**
     * Checks a write's sizes. Allocates nothing unless it throws.
     *
     * @param write the write
     * @param limits the engine's limits
     * @throws InvalidArgumentException when a payload, metadata or result is longer than {@code
     *     maxPayloadBytes}, or a commit has more than {@code maxTasksPerCommit} tasks
     */
    public static void check(Write<?> write, Limits limits) {
        switch (write.type()) {
            case SAVE_TASK -> checkPayload(((AggregatorWrite.SaveTask) write).task(), limits);
            case COMMIT_BLOCK -> checkCommit((AggregatorWrite.CommitBlock) write, limits);
            case SAVE_OPERATOR_SET_CONFIG ->
                    checkLength(
                            "metadata.length",
                            ((AggregatorWrite.SaveOperatorSetConfig) write)
                                    .config()
                                    .metadata()
                                    .length(),
                            limits);
            case FINISH_TASK ->
                    checkLength(
                            "result.length",
                            ((ExecutorWrite.FinishTask) write).result().length(),
                            limits);
            default -> {
                // nothing in the other writes has a size that an engine may choose
            }
        }
    }

    private static void checkCommit(AggregatorWrite.CommitBlock commit, Limits limits) {
        int taskCount = commit.tasks().size();
        if (taskCount > limits.maxTasksPerCommit()) {
            throw new InvalidArgumentException(
                    "tasks.size",
                    taskCount,
                    "is more than maxTasksPerCommit=" + limits.maxTasksPerCommit());
        }
        // by index: an iterator would be an allocation
        for (int i = 0; i < taskCount; i++) {
            checkPayload(commit.tasks().get(i), limits);
        }
    }

    private static void checkPayload(Task task, Limits limits) {
        checkLength("payload.length", task.payload().length(), limits);
    }

    private static void checkLength(String name, int byteCount, Limits limits) {
        if (byteCount > limits.maxPayloadBytes()) {
            throw new InvalidArgumentException(
                    name, byteCount, "is more than maxPayloadBytes=" + limits.maxPayloadBytes());
        }
    }
}
