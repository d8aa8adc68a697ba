package io.strait.bench.scale;

import io.strait.api.AggregatorStore;
import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.bench.harness.Check;
import io.strait.bench.harness.MeasurementException;
import io.strait.engine.Strait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** A running engine, set up as by default but for the number of tasks and the time-out. */
final class ScaledStore implements AutoCloseable {
    private static final int SPARE_TASKS = 1_000;

    /** A collection of a large heap can take longer than the default time-out. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final List<Thread> threads = new ArrayList<>();
    private final Strait strait;

    ScaledStore(int tasks) {
        strait = Strait.open(config(tasks, this::newThread));
    }

    static StraitConfig config(int tasks, ThreadFactory threadFactory) {
        return StraitConfig.builder()
                .name("scale")
                .threadFactory(threadFactory)
                .writeOptions(WriteOptions.DEFAULT.withTimeout(TIMEOUT))
                .limits(Limits.builder().maxTasks(tasks + SPARE_TASKS).build())
                .build();
    }

    Strait strait() {
        return strait;
    }

    AggregatorStore store() {
        return strait.aggregator();
    }

    /** Saves tasks without waiting for each, and waits for all. Nothing is read of them yet. */
    void fill(Task[] tasks) {
        for (Task task : tasks) {
            strait.submit(new SaveTask(task));
        }
        strait.barrier();
    }

    /** Saves the same tasks by bytes, and waits for all. */
    void fillByBytes(ScaledTasks tasks) {
        try (Producer producer = strait.exclusiveProducer()) {
            TaskDraft draft = strait.newTask().chainId(1);
            PackedId id = strait.newId();
            long ticket = 0;
            for (int i = 0; i < tasks.count(); i++) {
                byte[] payload = ScaledTasks.payload(i);
                draft.id(id.set(ScaledTasks.id(i)))
                        .avs(strait.addressHandle(tasks.avs(i)))
                        .payload(payload, 0, payload.length)
                        .sourceBlockNumber(i);
                while ((ticket = producer.saveTask(draft)) == ResultCode.BACK_PRESSURE.code()) {
                    producer.awaitRoom(TIMEOUT.toNanos());
                }
            }
            Check.equal("outcome", ResultCode.OK.code(), producer.await(ticket, TIMEOUT.toNanos()));
        }
    }

    /** Fails unless just so many tasks are in the store, all of them pending. */
    static void checkPopulation(AggregatorView store, int expected) {
        for (TaskStatus status : TaskStatus.values()) {
            Check.equal(
                    "tasks " + status,
                    status == TaskStatus.PENDING ? expected : 0,
                    store.countTasks(status));
        }
        Check.equal("list size", expected, store.listPendingTasks().size());
    }

    /** Closes the engine and waits for its threads: one that still runs may keep all the tasks. */
    @Override
    public void close() {
        strait.close();
        for (Thread thread : threads) {
            join(thread);
        }
    }

    private Thread newThread(Runnable run) {
        Thread thread = new Thread(run);
        threads.add(thread);
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MeasurementException("interrupted while " + thread.getName() + " ended", e);
        }
        if (thread.isAlive()) {
            throw new MeasurementException(thread.getName() + " did not end in " + TIMEOUT);
        }
    }
}
