package io.strait.bench.operation;

import io.strait.api.domain.Task;
import io.strait.bench.harness.Check;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Param;

/**
 * Reads by key among a number of tasks. The ids are ready-made and random, up to a million of them,
 * so that neither the store's nodes nor the ids stay in the processor's caches when they do not
 * fit. They are used in the order in which they were made, and so fetched ahead by the processor:
 * what differs between stores is the read.
 */
public abstract class ReadyMadeIdsBenchmark extends SteadyStoreBenchmark {
    private static final int MAX_IDS = 1 << 20;

    /** How many tasks the store holds. */
    @Param("1000")
    public int tasks;

    /** How many reads there were: what the next one's id is chosen by. */
    long next;

    /** What they found together. */
    long sum;

    private int[] numbers;
    private int indexMask;

    /** Reads one task, and gives its number. */
    final long read() {
        long number = reads.getTaskById((int) next & indexMask);
        sum += number;
        return number;
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
        indexMask = numbers.length - 1;
        reads.makeIds(numbers);
    }

    @Override
    protected void check() {
        Check.equal("sum of what was read", sumOfFirst(next), sum);
        for (int i = 0; i < numbers.length; i++) {
            String id = Workload.taskId(numbers[i]);
            Task task = store.getTask(id);
            Check.equal("task", id, task == null ? null : task.id());
            Check.equal("task read", numbers[i], reads.getTaskById(i));
        }
        for (long i : StoredWorkload.probes(tasks)) {
            StoredWorkload.checkTask(Workload.newTaskOfMany(i), store.getTask(Workload.taskId(i)));
        }
    }

    /** What so many reads find together, round after round of the ids. */
    private long sumOfFirst(long count) {
        long rounds = count / numbers.length;
        int rest = (int) (count % numbers.length);
        return rounds * Arrays.stream(numbers).asLongStream().sum()
                + Arrays.stream(numbers, 0, rest).asLongStream().sum();
    }
}
