package io.strait.bench.operation;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskView;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.bench.harness.Check;
import io.strait.engine.DrivenWriter;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a read by key cost, where no writer thread spins beside it? Against the least that a
 * map can do: {@link ConcurrentHashMap#get} and one field of what it leads to. Ids as in {@link
 * ReadyMadeIdsBenchmark}; one read does not wait for the one before.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms4g", "-Xmx4g", "-Xbatch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DrivenReadBenchmark {
    /** The status, by bytes. */
    @Benchmark
    public long status(PackedStatuses store) {
        return store.found(store.reader.getTaskStatus(store.nextId()).ordinal());
    }

    /** The status in a map of records. */
    @Benchmark
    public long statusInMap(RecordMap map) {
        return map.found(map.records.get(map.nextId()).status().ordinal());
    }

    /** One field, by bytes, read where the task lies. */
    @Benchmark
    public long field(PackedDeadlines store) {
        return store.found(store.reader.findTask(store.nextId()).deadlineMs());
    }

    /** The whole task, copied into a view, and one field of it. */
    @Benchmark
    public long view(PackedTasks store) {
        store.reader.getTask(store.nextId(), store.view);
        return store.found(store.view.sourceBlockNumber());
    }

    /** The task as an object, which it was saved as, and one field of it. */
    @Benchmark
    public long typed(TypedTasks store) {
        return store.found(store.live.getTask(store.nextId()).orElseThrow().sourceBlockNumber());
    }

    /** The task in a map, and one field of it. */
    @Benchmark
    public long fieldInMap(TaskMap map) {
        return map.found(map.tasksById.get(map.nextId()).sourceBlockNumber());
    }

    private static TaskStatus statusOf(long i) {
        return i % 2 == 0 ? TaskStatus.PENDING : TaskStatus.PROCESSING;
    }

    /** Tasks, every other one in work, and the reads of them. */
    @State(Scope.Thread)
    public abstract static class Tasks {
        private static final int MAX_IDS = 1 << 20;

        /** How many tasks there are. */
        @Param("1000")
        public int tasks;

        private int[] numbers;
        private int indexMask;
        private long reads;
        private long sum;

        /** Fills the store, and chooses what is read. */
        @Setup(Level.Trial)
        public final void setUp() {
            fill();
            SplittableRandom random = new SplittableRandom(tasks);
            numbers = new int[Math.min(MAX_IDS, Integer.highestOneBit(tasks))];
            Arrays.setAll(numbers, i -> random.nextInt(tasks));
            indexMask = numbers.length - 1;
            makeIds(numbers);
        }

        /** Checks what was read. */
        @TearDown(Level.Trial)
        public final void tearDown() {
            long round = expectedOf(numbers.length);
            int rest = (int) (reads & indexMask);
            long expected = reads / numbers.length * round + expectedOf(rest);
            Check.equal("sum of what was read", expected, sum);
            close();
        }

        abstract void fill();

        abstract void makeIds(int[] of);

        /** Checks the population, and gives back what the store holds. */
        void close() {}

        /** What a read of task i is to find. */
        long expected(int i) {
            return i;
        }

        final int nextIndex() {
            return (int) reads++ & indexMask;
        }

        final long found(long value) {
            sum += value;
            return value;
        }

        private long expectedOf(int count) {
            return Arrays.stream(numbers, 0, count).mapToLong(this::expected).sum();
        }
    }

    /** In an engine that is driven by hand. */
    public abstract static class DrivenTasks extends Tasks {
        DrivenWriter writer;

        @Override
        final void fill() {
            Limits limits = Limits.builder().maxTasks(tasks).build();
            writer = new DrivenWriter(StraitConfig.builder().name("driven").limits(limits).build());
            ByteWrites writes = new ByteWrites(writer.strait());
            for (int i = 0; i < tasks; i++) {
                save(writes, i);
                drive();
                if (statusOf(i) == TaskStatus.PROCESSING) {
                    writes.updateTaskStatus(i, TaskStatus.PROCESSING);
                    drive();
                }
            }
            writes.drain();
            writes.close();
        }

        abstract void save(ByteWrites writes, int i);

        @Override
        final void close() {
            AggregatorView view = writer.snapshot().aggregator();
            DrivenBenchmark.checkCounts(view, (tasks + 1) / 2, tasks / 2, 0);
            for (long i : StoredWorkload.probes(tasks)) {
                Task stored = view.getTask(Workload.taskId(i)).orElseThrow();
                StoredWorkload.checkTask(Workload.newTaskOfMany(i), stored);
            }
            writer.close();
        }

        private void drive() {
            Check.equal("writes in the batch", 1, writer.runBatch());
        }
    }

    /** Saved by bytes, and read so. */
    public static class PackedTasks extends DrivenTasks {
        Reader reader;
        TaskView view;
        private PackedId[] ids;

        @Override
        final void save(ByteWrites writes, int i) {
            writes.saveTaskOfMany(i);
        }

        @Override
        void makeIds(int[] of) {
            reader = writer.strait().reader();
            view = writer.strait().newTaskView();
            ids = new PackedId[of.length];
            for (int i = 0; i < of.length; i++) {
                byte[] text = AsciiText.bytesOf(Workload.taskId(of[i]));
                ids[i] = writer.strait().newId().set(text, 0, text.length);
            }
        }

        final PackedId nextId() {
            return ids[nextIndex()];
        }
    }

    /** The same, read for their status. */
    public static class PackedStatuses extends PackedTasks {
        @Override
        long expected(int i) {
            return statusOf(i).ordinal();
        }
    }

    /** The same, read for their deadlines, which are as late as the tasks were saved. */
    public static class PackedDeadlines extends PackedTasks {
        private long[] deadlinesMs;

        @Override
        final void makeIds(int[] of) {
            super.makeIds(of);
            AggregatorView saved = writer.snapshot().aggregator();
            deadlinesMs = new long[tasks];
            for (int i : of) {
                deadlinesMs[i] = saved.getTask(Workload.taskId(i)).orElseThrow().deadlineMs();
            }
        }

        @Override
        long expected(int i) {
            return deadlinesMs[i];
        }
    }

    /** Saved as objects, and read so. */
    public static class TypedTasks extends DrivenTasks {
        AggregatorView live;
        private String[] ids;

        @Override
        void save(ByteWrites writes, int i) {
            writer.submit(new SaveTask(Workload.newTaskOfMany(i)));
        }

        @Override
        void makeIds(int[] of) {
            live = writer.strait().aggregator();
            ids = idsOf(of);
        }

        final String nextId() {
            return ids[nextIndex()];
        }
    }

    /** In a map, found by ids that are equal to its own and not the same. */
    public abstract static class MappedTasks extends Tasks {
        private String[] ids;

        @Override
        final void makeIds(int[] of) {
            ids = idsOf(of);
        }

        final String nextId() {
            return ids[nextIndex()];
        }
    }

    /** Tasks by id. */
    public static class TaskMap extends MappedTasks {
        ConcurrentHashMap<String, Task> tasksById;

        @Override
        void fill() {
            tasksById = new ConcurrentHashMap<>(tasks);
            for (int i = 0; i < tasks; i++) {
                Task task = Workload.newTaskOfMany(i);
                tasksById.put(task.id(), task);
            }
        }
    }

    /** Tasks and where they stand, by id. */
    public static class RecordMap extends MappedTasks {
        ConcurrentHashMap<String, TaskRecord> records;

        @Override
        void fill() {
            records = new ConcurrentHashMap<>(tasks);
            for (int i = 0; i < tasks; i++) {
                Task task = Workload.newTaskOfMany(i);
                records.put(
                        task.id(), new TaskRecord(task, statusOf(i), 0, 0, TaskRecord.NO_LEASE));
            }
        }

        @Override
        long expected(int i) {
            return statusOf(i).ordinal();
        }
    }

    /** Ready-made ids of tasks. */
    private static String[] idsOf(int[] numbers) {
        String[] ids = new String[numbers.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Workload.taskId(numbers[i]);
        }
        return ids;
    }
}
