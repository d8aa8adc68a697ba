package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/**
 * The tasks that one thread saves and deletes, with ids of its own, and what it saw of the pending
 * ones meanwhile. For its thread alone; checked when that has ended.
 */
final class TurnedOver implements LongConsumer {
    private static final long ID_RANGE = 1L << 40;
    private static final AtomicInteger THREADS = new AtomicInteger();

    /**
     * By how much the average list may be longer or shorter than the population: one over this. A
     * list that is not made in one step may miss, or have twice, what others replace meanwhile.
     */
    private static final long TOLERATED_SHARE = 10;

    private final int mostBehind;
    private final long first = ID_RANGE * THREADS.getAndIncrement();

    /** The oldest task's number. */
    long oldest = first;

    /** The number of the next to be saved. */
    long next = first;

    private long lists;
    private long count;
    private long sum;
    private long deleted;
    private long mostTooManyDeleted;

    /**
     * None yet.
     *
     * @param mostBehind how many of the thread's deletions a list may be behind at most
     */
    TurnedOver(int mostBehind) {
        this.mostBehind = mostBehind;
    }

    int size() {
        return (int) (next - oldest);
    }

    /** Of the numbers of all tasks visited. */
    long sum() {
        return sum;
    }

    /**
     * Lists the pending tasks, and visits each.
     *
     * @param reads the thread's own
     * @param deletions how many this thread has made since it last waited for all of its writes:
     *     the list cannot be behind by more
     */
    void visitPending(WorkloadReads reads, int deletions) {
        deleted = 0;
        reads.visitPending(this);
        long tooMany = deleted - Math.min(deletions, mostBehind);
        mostTooManyDeleted = Math.max(mostTooManyDeleted, tooMany);
        lists++;
    }

    @Override
    public void accept(long number) {
        count++;
        sum += number;
        if (number >= first && number < oldest) {
            deleted++; // by this thread, which had it listed all the same
        }
    }

    /** Fails unless these are the thread's tasks, all of them and by value. */
    void checkPending(List<Task> own) {
        for (int i = 0; i < own.size(); i++) {
            Check.equal("pending task", Workload.taskId(oldest + i), own.get(i).id());
        }
        StoredWorkload.checkTasks(own, size(), i -> Workload.newTask(oldest + i));
    }

    /**
     * Fails unless the lists were as long as the population, and no further behind than writes may
     * have been under way.
     */
    void checkVisits(long population) {
        long expected = lists * population;
        long tolerated = expected / TOLERATED_SHARE;
        StoredWorkload.checkBetween(
                "visited tasks", expected - tolerated, expected + tolerated, count);
        Check.equal("deleted tasks in a list, beyond those under way", 0, mostTooManyDeleted);
    }
}
