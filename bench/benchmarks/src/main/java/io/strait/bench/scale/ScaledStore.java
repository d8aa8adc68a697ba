package io.strait.bench.scale;

import io.strait.api.AggregatorStore;
import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.bench.harness.Check;
import io.strait.engine.Strait;
import java.time.Duration;

/** A running engine, set up as by default but for the number of tasks and the time-out. */
final class ScaledStore implements AutoCloseable {
    private static final int SPARE_TASKS = 1_000;

    /** A collection of a large heap can take longer than the default time-out. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Strait strait;

    ScaledStore(int tasks) {
        strait = Strait.open(config(tasks));
    }

    static StraitConfig config(int tasks) {
        return StraitConfig.builder()
                .name("scale")
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

    /** Saves tasks without waiting for each, and waits for all. */
    void fill(Task[] tasks) {
        for (Task task : tasks) {
            strait.submit(new SaveTask(task));
        }
        strait.barrier();
        checkPopulation(store(), tasks.length);
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

    @Override
    public void close() {
        strait.close();
    }
}
