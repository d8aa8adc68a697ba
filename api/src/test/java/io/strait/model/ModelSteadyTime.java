package io.strait.model;

import io.strait.api.Limits;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;

/**
 * The time by which processed tasks age: it follows the times of writes, but for leaps. A leap back
 * does not count; one forward counts as the longest step, unless the time of the next write is back
 * from there, or the time of the write before was a leap back.
 */
final class ModelSteadyTime {
    private enum Leap {
        NONE,
        FORWARD,
        BACK
    }

    private final long longestStepMs;
    private Long lastMs;
    private Leap last = Leap.NONE;
    private long nowMs;

    ModelSteadyTime(Limits limits) {
        this(Math.max(1_000, limits.processedTaskRetention().toMillis() / 8));
    }

    private ModelSteadyTime(long longestStepMs) {
        this.longestStepMs = longestStepMs;
    }

    ModelSteadyTime copy() {
        ModelSteadyTime copy = new ModelSteadyTime(longestStepMs);
        copy.lastMs = lastMs;
        copy.last = last;
        copy.nowMs = nowMs;
        return copy;
    }

    long nowMs() {
        return nowMs;
    }

    /** A write bears a time. */
    void follow(Write<?> write, long timeMs) {
        if (!hasTime(write)) {
            return;
        }
        Leap before = last;
        Leap leap = lastMs == null ? Leap.NONE : leap(timeMs - lastMs);
        if (before == Leap.FORWARD && leap != Leap.BACK) {
            nowMs += longestStepMs;
        }
        if (leap == Leap.NONE) {
            long highestMs = lastMs == null ? timeMs : Math.max(lastMs, timeMs);
            nowMs += lastMs == null ? 0 : highestMs - lastMs;
            lastMs = highestMs;
            last = Leap.NONE;
        } else {
            boolean undoes = before != Leap.NONE && before != leap;
            last = undoes ? Leap.NONE : leap;
            lastMs = timeMs;
        }
    }

    private Leap leap(long stepMs) {
        if (stepMs > longestStepMs) {
            return Leap.FORWARD;
        }
        return stepMs < -longestStepMs ? Leap.BACK : Leap.NONE;
    }

    /** The writes whose own time the state keeps or judges by. */
    private static boolean hasTime(Write<?> write) {
        return write instanceof AggregatorWrite.CommitBlock
                || write instanceof AggregatorWrite.SaveTask
                || write instanceof AggregatorWrite.UpdateTaskStatus
                || write instanceof AggregatorWrite.ClaimNextTask
                || write instanceof AggregatorWrite.RequeueExpiredLeases
                || write instanceof ExecutorWrite.SaveDeployment
                || write instanceof ExecutorWrite.UpdateDeploymentStatus
                || write instanceof ExecutorWrite.BeginTask
                || write instanceof ExecutorWrite.FinishTask
                || write instanceof ExecutorWrite.AbandonTask
                || write instanceof ExecutorWrite.MarkTaskProcessed;
    }
}
