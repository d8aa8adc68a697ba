package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks do what they say; how fast is for the harness to tell. */
class ScaleBenchmarksTest {
    private static final int TASKS = 1_000;

    @Test
    void shouldRead() {
        ScaledReadBenchmark benchmark = new ScaledReadBenchmark();
        benchmark.tasks = 2 * TASKS;
        benchmark.setUp();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < benchmark.tasks; i++) {
            ids.add(benchmark.getTask().id());
        }
        assertEquals(benchmark.tasks, ids.size());
        assertEquals(benchmark.tasks, benchmark.snapshot().position());
        assertEquals(benchmark.tasks, benchmark.listCall().size());
        assertEquals(sumOfBlocks(ScaledReadBenchmark.FIRST_TASKS), benchmark.listFirst());
        assertEquals(sumOfBlocks(benchmark.tasks), benchmark.listAll());
        benchmark.tearDown();
    }

    @Test
    void shouldWriteAndKeepThePopulation() {
        ScaledWriteBenchmark benchmark = new ScaledWriteBenchmark();
        benchmark.tasks = TASKS;
        benchmark.setUp();
        for (int i = 0; i < 3 * TASKS; i++) {
            benchmark.write();
        }
        benchmark.tearDown();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 256})
    void shouldRunBatchesAndKeepThePopulation(int writes) {
        ScaledBatchBenchmark benchmark = new ScaledBatchBenchmark();
        benchmark.tasks = TASKS;
        benchmark.writes = writes;
        benchmark.setUp();
        for (int i = 0; i < 501; i++) {
            assertEquals(writes, benchmark.batch());
        }
        benchmark.tearDown();
    }

    @Test
    void shouldNoticeAChangedPopulation() {
        try (ScaledStore scaled = new ScaledStore(TASKS)) {
            scaled.fill(new ScaledTasks(TASKS).saved());
            scaled.store().deleteTask("task-7");
            assertThrows(
                    IllegalStateException.class,
                    () -> ScaledStore.checkPopulation(scaled.store(), TASKS));
        }
    }

    @Test
    void shouldTurnTasksOverAtRandom() {
        Task[] saved = new ScaledTasks(TASKS).saved();
        Task[] spares = new ScaledTasks(TASKS).spares();
        Set<Task> present = new HashSet<>(List.of(saved));
        RandomTurnover turnover = new RandomTurnover(saved, spares);
        for (int i = 0; i < 10 * TASKS; i++) {
            Task deleted = turnover.nextToDelete();
            assertTrue(present.remove(deleted));
            Task next = turnover.nextToSave();
            assertNotEquals(deleted, next);
            assertTrue(present.add(next));
        }
    }

    private static long sumOfBlocks(int tasks) {
        return (long) tasks * (tasks - 1) / 2;
    }
}
