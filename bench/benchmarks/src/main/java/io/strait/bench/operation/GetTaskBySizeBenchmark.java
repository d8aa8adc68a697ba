package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * How does a read by key grow with the population? The ids are ready-made and random, up to a
 * million of them, so that neither the store's nodes nor the ids stay in the processor's caches
 * when they do not fit.
 */
public class GetTaskBySizeBenchmark extends SteadyStoreBenchmark {
    private static final int MAX_IDS = 1 << 20;

    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    private int[] numbers;
    private int next;

    /** One read. */
    @Benchmark
    public Object getTask() {
        return reads.getTaskById(next++ & numbers.length - 1);
    }

    @Override
    protected int population() {
        return tasks;
    }

    @Override
    protected void fill() {
        Workload.saveTasks(writes, tasks);
        SplittableRandom random = new SplittableRandom(tasks);
        numbers = new int[Math.min(MAX_IDS, Integer.highestOneBit(tasks))];
        Arrays.setAll(numbers, i -> random.nextInt(tasks));
        reads.makeIds(numbers);
    }

    @Override
    protected void check() {
        for (int i = 0; i < numbers.length; i++) {
            String id = Workload.taskId(numbers[i]);
            Task task = store.getTask(id);
            Check.equal("task", id, task == null ? null : task.id());
            Check.equal("task read", id, reads.idOf(reads.getTaskById(i)));
        }
        for (long i : StoredWorkload.probes(tasks)) {
            StoredWorkload.checkTask(Workload.newTaskOfMany(i), store.getTask(Workload.taskId(i)));
        }
    }
}
