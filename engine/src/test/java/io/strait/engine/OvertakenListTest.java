package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Long lists whose last members come and go, each in the memory of one that went, while a reader is
 * on its way to them: so nearly every list is overtaken, and all the same it is that of one
 * position. Seen to fail when live lists of tasks, or of performers, do not validate.
 */
class OvertakenListTest {
    private static final long NS = Long.getLong("strait.reuse.ms", 500) * 1_000_000;
    private static final int STAYING = 2_000;

    /** How many of those that come and go are there at once, or one less. */
    private static final int PASSING = 3;

    private static final Address AVS = Address.of("0xa1");

    private Strait strait;
    private volatile boolean closed;

    @AfterEach
    void close() {
        strait.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void shouldListTheTasksOfOnePosition(int quarantine) {
        open(quarantine);
        for (int i = 0; i < STAYING; i++) {
            strait.submit(new SaveTask(task(i)));
        }
        churn(
                step -> strait.submit(new SaveTask(task(step))),
                step -> strait.submit(new DeleteTask("t" + step)),
                turn -> {
                    AggregatorView view = strait.aggregator();
                    return switch (turn % 4) {
                        case 0 -> versions(view.listPendingTasks());
                        case 1 -> versions(view.listPendingTasksForAvs(AVS));
                        case 2 -> recordVersions(view.listTasks(TaskStatus.PENDING));
                        default -> recordVersions(view.listExpiredTasks(Long.MAX_VALUE));
                    };
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void shouldListThePerformersOfOnePosition(int quarantine) {
        open(quarantine);
        for (int i = 0; i < STAYING; i++) {
            strait.submit(new SavePerformer(performer(i)));
        }
        churn(
                step -> strait.submit(new SavePerformer(performer(step))),
                step -> strait.submit(new DeletePerformer("p" + step)),
                turn -> {
                    List<Performer> listed =
                            turn % 2 == 0
                                    ? strait.executor().listPerformers()
                                    : strait.executor().listPerformersForAvs(AVS);
                    return listed.stream().mapToLong(Performer::createdAtMs).toArray();
                });
    }

    private void churn(Step save, Step delete, ListRead read) {
        strait.barrier();
        Caller<Void> churner =
                Caller.start(
                        () -> {
                            for (long step = STAYING; !closed; step++) {
                                save.make(step);
                                if (step >= STAYING + PASSING - 1) {
                                    delete.make(step - PASSING + 1);
                                }
                            }
                        });
        long startNs = System.nanoTime();
        try {
            for (int turn = 0; System.nanoTime() - startNs < NS; turn++) {
                long before = strait.counters().position();
                long[] listed = read.read(turn);
                assertListed(listed, before, strait.counters().position());
            }
        } finally {
            closed = true;
        }
        churner.assertReturned();
    }

    /**
     * Each position from that of the first save on has a last member of its own, or a first one.
     */
    private static void assertListed(long[] listed, long before, long after) {
        for (int i = 0; i < STAYING; i++) {
            assertEquals(i, listed[i]);
        }
        int passing = listed.length - STAYING;
        assertTrue(passing <= PASSING, () -> passing + " that come and go");
        for (int i = STAYING + 1; i < listed.length; i++) {
            assertEquals(listed[i - 1] + 1, listed[i], "behind the one before");
        }
        if (passing > 0) {
            long newest = listed[listed.length - 1];
            assertTrue(newest <= newest(after), () -> newest + " after " + after);
            assertTrue(newest >= newest(before), () -> newest + " before " + before);
        }
        boolean isFull = newest(before) >= STAYING + PASSING;
        assertTrue(!isFull || passing >= PASSING - 1, () -> passing + " at " + before);
    }

    /** The last one that was saved at a position: two writes each, but for the first few. */
    private static long newest(long position) {
        long writes = position - STAYING;
        return writes < PASSING
                ? STAYING - 1 + writes
                : STAYING + PASSING - 2 + (writes - PASSING + 2) / 2;
    }

    private void open(int quarantine) {
        StraitConfig config = StraitConfig.builder().maxBatch(2).build();
        EngineParts parts =
                new EngineParts(config, TestKeys.STANDARD, WriterProbe.NONE, quarantine);
        EngineThreads.start(parts);
        strait = new Strait(parts);
    }

    private static long[] versions(List<Task> tasks) {
        return tasks.stream().mapToLong(Task::version).toArray();
    }

    private static long[] recordVersions(List<TaskRecord> records) {
        records.forEach(one -> assertEquals(TaskStatus.PENDING, one.status()));
        return records.stream().mapToLong(one -> one.task().version()).toArray();
    }

    private static Task task(long step) {
        return Task.builder("t" + step, AVS).version(step).deadlineMs(step).build();
    }

    private static Performer performer(long step) {
        return Performer.builder("p" + step, AVS).createdAtMs(step).build();
    }

    /** Makes a write of a step. */
    private interface Step {
        void make(long step);
    }

    /** Reads the numbers of all members. */
    private interface ListRead {
        long[] read(int turn);
    }
}
