package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.bytes.TestKeys;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a publication makes anew depends on what the batch changed, and hardly on what the store
 * holds: bytes are counted, not time. Seen to fail on a publication that makes an array as long as
 * the table.
 */
class PublicationCostTest {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int WRITES = 1_000;

    /** A hundred times the tasks are one or two more levels of a trie. */
    private static final int MAX_GROWTH = 2;

    private static final Address AVS = Address.of("0xa1");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void shouldCostAboutTheSameWhateverTheStoreHolds() {
        long smallBytes = bytesOfWrites(SMALL);
        long largeBytes = bytesOfWrites(LARGE);
        assertTrue(
                largeBytes < MAX_GROWTH * smallBytes,
                () -> "at " + SMALL + ": " + smallBytes + ", at " + LARGE + ": " + largeBytes);
    }

    @Test
    void shouldTakeASnapshotOfAnySizeForTheSameBytes() {
        assertEquals(bytesOfSnapshots(SMALL), bytesOfSnapshots(LARGE));
    }

    /** Each write is a batch, and is published, of its own. */
    private long bytesOfWrites(int tasks) {
        try (DrivenEngine engine = filled(tasks)) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < WRITES; i += 2) {
                engine.submit(new DeleteTask("task-" + i * (tasks / WRITES)), 0);
                engine.runWriter();
                engine.submit(new SaveTask(task(tasks + i)), 0);
                engine.runWriter();
            }
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            assertEquals(tasks, engine.snapshot().aggregator().listPendingTasks().size());
            return bytes;
        }
    }

    private long bytesOfSnapshots(int tasks) {
        try (DrivenEngine engine = filled(tasks)) {
            List<Snapshot> held = new ArrayList<>(2 * WRITES);
            for (int i = 0; i < WRITES; i++) {
                held.add(engine.snapshot());
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < WRITES; i++) {
                held.add(engine.snapshot());
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private static DrivenEngine filled(int tasks) {
        Limits limits = Limits.builder().maxTasks(2 * LARGE).build();
        DrivenEngine engine = new DrivenEngine(limits, TestKeys.STANDARD);
        for (int i = 0; i < tasks; i++) {
            engine.submit(new SaveTask(task(i)), 0);
            engine.runWriter();
        }
        engine.takeChanges();
        return engine;
    }

    private static Task task(int i) {
        return Task.builder("task-" + i, AVS).build();
    }
}
