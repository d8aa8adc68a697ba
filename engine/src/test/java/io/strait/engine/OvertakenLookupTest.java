package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.hotpath.TaskView;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A few ids whose tasks come and go, each in the memory of the one before, while a reader looks for
 * them all the time: what it finds was there between the look-up's beginning and its end, and what
 * was there all the while is found. Seen to fail when a look-up by bytes does not validate, and
 * when the death of a cell that is used again is stored before its birth.
 */
class OvertakenLookupTest {
    private static final long NS = Long.getLong("strait.reuse.ms", 500) * 1_000_000;
    private static final long WAIT_NS = 10_000_000_000L;
    private static final int IDS = 4;

    /** A task is deleted right after the second one behind it is saved. */
    private static final int LIFE = 2;

    private static final Address AVS = Address.of("0xa1");
    private static final String[] ID = {"t0", "t1", "t2", "t3"};

    private Strait strait;
    private volatile boolean closed;

    @ParameterizedTest
    @CsvSource({"0, -1, false", "0, -1, true", "0, 0, false", "1, -1, true", "256, -1, true"})
    void shouldFindWhatIsThere(int quarantine, long keyMask, boolean byBytes) {
        StraitConfig config = StraitConfig.builder().maxBatch(2).build();
        EngineParts parts =
                new EngineParts(config, TestKeys.masked(keyMask), WriterProbe.NONE, quarantine);
        EngineThreads.start(parts);
        try (Strait opened = new Strait(parts)) {
            strait = opened;
            Caller<Void> churner = Caller.start(byBytes ? this::churnBytes : this::churnObjects);
            try {
                look();
            } finally {
                closed = true;
            }
            churner.assertReturned();
            opened.barrier();
            assertEquals(0, opened.counters().refused());
        }
    }

    private void look() {
        Reader reader = strait.reader();
        TaskView view = strait.newTaskView();
        PackedId id = strait.newId();
        long startNs = System.nanoTime();
        for (int turn = 0; turn % 1_024 != 0 || System.nanoTime() - startNs < NS; turn++) {
            int number = turn % IDS;
            id.set(ID[number]);
            long before = strait.counters().position();
            TaskRecord got = null;
            if (turn / IDS % 2 == 0) {
                Optional<TaskRecord> found = strait.aggregator().getTaskRecord(ID[number]);
                got = found.orElse(null);
            } else if (reader.getTask(id, view)) {
                got = ViewedTask.recordOf(view);
            }
            assertFound(number, got, newest(before), newest(strait.counters().position()));
        }
    }

    private static void assertFound(int number, TaskRecord got, long before, long after) {
        String range = " of " + number + " between " + before + " and " + after;
        if (got != null) {
            long step = got.task().version();
            assertEquals(task(step), got.task());
            assertEquals(number, step % IDS);
            assertEquals(TaskStatus.PENDING, got.status());
            assertTrue(step >= before - LIFE && step <= after, () -> step + range);
            return;
        }
        for (long step = Math.max(0, before - LIFE + 1); step <= before; step++) {
            boolean isThere = step % IDS == number && after < step + LIFE;
            assertTrue(!isThere, () -> "none" + range);
        }
    }

    /**
     * The last step whose task is saved: the first two steps are one write each, the others two.
     */
    private static long newest(long position) {
        return position < LIFE ? position - 1 : LIFE + (position - LIFE + 1) / 2 - 1;
    }

    private void churnObjects() {
        for (long step = 0; !closed; step++) {
            strait.submit(new SaveTask(task(step)));
            if (step >= LIFE) {
                strait.submit(new DeleteTask(ID[(int) ((step - LIFE) % IDS)]));
            }
        }
    }

    private void churnBytes() {
        try (Producer producer = strait.exclusiveProducer()) {
            TaskDraft draft = strait.newTask().avs(strait.addressHandle(AVS));
            PackedId id = strait.newId();
            long last = 0;
            for (long step = 0; !closed; step++) {
                draft.id(id.set(ID[(int) (step % IDS)])).version(step).deadlineMs(step);
                for (last = producer.saveTask(draft); last < 0; last = producer.saveTask(draft)) {
                    producer.awaitRoom(WAIT_NS);
                }
                if (step >= LIFE) {
                    id.set(ID[(int) ((step - LIFE) % IDS)]);
                    for (last = producer.deleteTask(id); last < 0; last = producer.deleteTask(id)) {
                        producer.awaitRoom(WAIT_NS);
                    }
                }
            }
            assertEquals(0, producer.await(last, WAIT_NS));
        }
    }

    private static Task task(long step) {
        return Task.builder(ID[(int) (step % IDS)], AVS).version(step).deadlineMs(step).build();
    }
}
