package io.strait.bench.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.api.domain.Block;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.RefusedException;
import io.strait.conformance.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contestants under several threads. */
@Timeout(60)
class ContestantConcurrencyTest {
    private static final ContestantConfig CONFIG =
            ContestantConfig.DEFAULT.withWaitPreset(WaitPreset.BALANCED);
    private static final int BLOCKS = 500;

    /** For those that have snapshots. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "CONCURRENT_MAP",
                "CONCURRENT_MAP_INDEXED",
                "NON_BLOCKING_MAP",
                "NON_BLOCKING_MAP_INDEXED"
            })
    void shouldNeverShowHalfACommitInASnapshot(ContestantKind kind) throws Exception {
        try (Contestant contestant = kind.open(CONFIG)) {
            Callable<Object> reader =
                    () -> {
                        long last = -1;
                        while (last < BLOCKS) {
                            long head = checkWhole(contestant.snapshot());
                            assertTrue(head >= last, "a snapshot went back");
                            last = head;
                        }
                        return null;
                    };
            run(List.of(() -> commitAll(contestant), reader, reader));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepMapAndIndexInStep(ContestantKind kind) throws Exception {
        for (int round = 0; round < 20; round++) {
            try (Contestant contestant = kind.open(CONFIG)) {
                List<Callable<Object>> writers = new ArrayList<>();
                for (int thread = 0; thread < 3; thread++) {
                    long seed = 3L * round + thread;
                    writers.add(() -> writeAtRandom(contestant, new Random(seed)));
                }
                run(writers);
                List<Task> pending = contestant.listPendingTasks();
                assertEquals(pending, contestant.listPendingTasksForAvs(Samples.AVS));
                assertEquals(
                        pendingByKey(contestant), pending.stream().map(Task::id).sorted().toList());
            }
        }
    }

    private static long checkWhole(ContestantView snapshot) {
        long head = snapshot.getLastProcessedBlock(Samples.CHAIN);
        List<Task> pending = snapshot.listPendingTasks();
        assertEquals(2 * Math.max(0, head), pending.size());
        if (head > 0) {
            assertEquals("t" + head + "b", pending.get(pending.size() - 1).id());
            assertNotNull(snapshot.getTaskRecord("t" + head + "b"));
            assertNotNull(snapshot.getBlock(Samples.CHAIN, head));
        }
        return head;
    }

    private static Object commitAll(Contestant contestant) {
        for (long number = 1; number <= BLOCKS; number++) {
            Block block = Samples.block(number);
            List<Task> tasks =
                    List.of(
                            Samples.taskIn(block, "t" + number + "a"),
                            Samples.taskIn(block, "t" + number + "b"));
            contestant.commitBlock(block, tasks, Math.max(0, number - 5));
        }
        contestant.drain();
        return null;
    }

    /** On so few ids that threads meet. */
    private static Object writeAtRandom(Contestant contestant, Random random) {
        for (int i = 0; i < 2_000; i++) {
            String id = "t" + random.nextInt(4);
            try {
                switch (random.nextInt(3)) {
                    case 0 -> contestant.saveTask(Samples.task(id));
                    case 1 -> contestant.updateTaskStatus(id, TaskStatus.PROCESSING);
                    default -> contestant.deleteTask(id);
                }
            } catch (RefusedException expected) {
                // another thread was faster
            }
        }
        try {
            contestant.drain();
        } catch (RefusedException expected) {
            // the same, told late
        }
        return null;
    }

    private static List<String> pendingByKey(Contestant contestant) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TaskRecord record = contestant.getTaskRecord("t" + i);
            if (record != null && record.status() == TaskStatus.PENDING) {
                ids.add(record.id());
            }
        }
        return ids;
    }

    private static void run(List<Callable<Object>> jobs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        try {
            for (Future<Object> job : threads.invokeAll(jobs, 30, TimeUnit.SECONDS)) {
                job.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
