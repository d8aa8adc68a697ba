package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.List;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;

/** What does it cost to list one AVS's pending tasks, of 100 AVSs, and to visit each? */
public class ListPendingTasksForAvsBenchmark extends PendingTasksFixture {
    private long next;
    private long visitedSum;

    /** Lists the next AVS's tasks and visits them. */
    @Benchmark
    public long listPendingTasksForAvs() {
        long sum = reads.visitPendingOfAvs(next++);
        visitedSum += sum;
        return sum;
    }

    @Override
    protected void check() {
        super.check();
        long expectedSum = 0;
        for (int avs = 0; avs < Workload.AVS_COUNT; avs++) {
            long[] numbers = pendingOf(avs);
            List<Task> listed = store.listPendingTasksForAvs(Workload.avs(avs));
            StoredWorkload.checkTasks(
                    listed, numbers.length, i -> Workload.newTaskOfMany(numbers[(int) i]));
            // the AVSs take turns, so the first ones may have had one more
            long lists = (next - avs + Workload.AVS_COUNT - 1) / Workload.AVS_COUNT;
            expectedSum += lists * LongStream.of(numbers).sum();
        }
        Check.equal("sum of what was visited", expectedSum, visitedSum);
    }

    /** The numbers of an AVS's pending tasks. */
    private long[] pendingOf(int avs) {
        return LongStream.range(0, pending)
                .map(i -> i * every())
                .filter(number -> number % Workload.AVS_COUNT == avs)
                .toArray();
    }
}
