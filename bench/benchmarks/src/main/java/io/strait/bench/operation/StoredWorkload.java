package io.strait.bench.operation;

import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Checks, by value, that a store holds what {@link Workload} makes. Times come from the clock: they
 * are checked for being recent, and the rest for being equal.
 */
final class StoredWorkload {
    private StoredWorkload() {}

    /** The first, a middle and the last of so many. */
    static long[] probes(long count) {
        return count == 0 ? new long[0] : new long[] {0, count / 2, count - 1};
    }

    /** Fails unless a task is what was made, whenever that was within the hour. */
    static void checkTask(Task expected, Task actual) {
        checkTask("task", expected, actual);
    }

    /** The same, under another name. */
    static void checkTask(String what, Task expected, Task actual) {
        if (actual == null) {
            throw new IllegalStateException(what + ": expected=" + expected + " actual=null");
        }
        checkRecent("deadlineMs", actual.deadlineMs() - Workload.HOUR_MS);
        Task madeThen = expected.toBuilder().deadlineMs(actual.deadlineMs()).build();
        Check.equal(what, madeThen, actual);
    }

    /** Fails unless a list has so many tasks, and the first, a middle and the last as made. */
    static void checkTasks(List<Task> actual, long count, LongFunction<Task> expected) {
        Check.equal("tasks", count, actual.size());
        for (long i : probes(count)) {
            checkTask(expected.apply(i), actual.get((int) i));
        }
    }

    /** Fails unless a performer is what was made, whenever that was within the hour. */
    static void checkPerformer(Performer expected, Performer actual) {
        if (actual == null) {
            throw new IllegalStateException("performer: expected=" + expected + " actual=null");
        }
        checkRecent("createdAtMs", actual.createdAtMs());
        Performer madeThen =
                expected.toBuilder()
                        .createdAtMs(actual.createdAtMs())
                        .lastHealthCheckMs(actual.createdAtMs())
                        .build();
        Check.equal("performer", madeThen, actual);
    }

    /** Tasks that several threads saved, in the order of their numbers. */
    static List<Task> byNumber(List<Task> tasks) {
        return tasks.stream().sorted(Comparator.comparingLong(Task::sourceBlockNumber)).toList();
    }

    /** Fails unless a number is between two, both included. */
    static void checkBetween(String what, long lowest, long highest, long actual) {
        if (actual < lowest || actual > highest) {
            throw new IllegalStateException(
                    what + ": expected=" + lowest + ".." + highest + " actual=" + actual);
        }
    }

    private static void checkRecent(String what, long timeMs) {
        long nowMs = System.currentTimeMillis();
        checkBetween(what, nowMs - Workload.HOUR_MS, nowMs, timeMs);
    }
}
