package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.bytes.TestKeys;
import java.lang.ref.WeakReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memory comes back when a million tasks went and a thousand are left that lie together, or when
 * none is left: that of cells, of the index, and of the sets. Seen to fail when chunks are not
 * released, when segments of the index do not shrink, when pages of sets are not taken out, and
 * when all that a snapshot showed is released in one go.
 */
class MemoryReturnTest {
    private static final int TASKS = 1_000_000;
    private static final int LEFT = 1_000;
    private static final int FURTHER = 10_000;

    /** Shares of the peak; of what is left, that are 0.2 % and 0.7 %. */
    private static final double MOST_WORDS = 0.01;

    private static final double MOST_HEAP = 0.03;

    /** Two chunks of cells: 32 cells or few more are never spread over more. */
    private static final long MOST_WORDS_RELEASED = 2 * 8192;

    /** Five chunks, however many tasks there were: 4.01 are left, of which quarantine has most. */
    private static final long MOST_WORDS_OF_NONE = 5 * 8192;

    private static final Address AVS = Address.of("0xa1");

    private DrivenEngine driven;
    private Producer producer;
    private TaskDraft draft;
    private PackedId id;
    private int inBatch;

    /** Whether those that stay are the ones that were saved first, or last. */
    @ParameterizedTest
    @CsvSource({"0", "999000"})
    void shouldGiveMemoryBackWhenThePopulationFalls(int firstLeft) {
        Limits limits = Limits.builder().maxTasks(TASKS + LEFT).build();
        long heapBefore = usedHeap();
        try (DrivenEngine opened = open(limits)) {
            for (int i = 0; i < TASKS; i++) {
                save(i);
            }
            driven.runWriter();
            long peakWords = words();
            long peakHeap = usedHeap() - heapBefore;
            for (int i = 0; i < TASKS; i++) {
                if (i < firstLeft || i >= firstLeft + LEFT) {
                    delete(i);
                }
            }
            for (int i = 0; i < FURTHER; i += 2) {
                save(TASKS + i);
                delete(TASKS + i);
            }
            driven.runWriter();
            assertEquals(LEFT, opened.strait().aggregator().countTasks(TaskStatus.PENDING));
            assertShare(words(), peakWords, MOST_WORDS, "words");
            assertShare(usedHeap() - heapBefore, peakHeap, MOST_HEAP, "heap");
            assertEquals(LEFT, opened.strait().aggregator().listPendingTasks().size());
        }
    }

    /** Nothing of what is gone stays, but for what lies in quarantine: typed ones, too. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveAllMemoryBackWhenNoneIsLeft(boolean isTyped) {
        int tasks = 200_000;
        Limits limits = Limits.builder().maxTasks(tasks).build();
        try (DrivenEngine opened = open(limits)) {
            saveAndDelete(0, FURTHER, isTyped);
            long heapBefore = usedHeap();
            for (int i = 0; i < tasks; i++) {
                saveAs(isTyped, i);
            }
            driven.runWriter();
            long peakHeap = usedHeap() - heapBefore;
            for (int i = 0; i < tasks; i++) {
                deleteAs(isTyped, i);
            }
            saveAndDelete(tasks, FURTHER, isTyped);
            assertEquals(0, opened.strait().aggregator().listPendingTasks().size());
            assertTrue(words() <= MOST_WORDS_OF_NONE, () -> words() + " words");
            assertShare(usedHeap() - heapBefore, peakHeap, MOST_HEAP, "heap");
        }
    }

    private void saveAndDelete(int first, int count, boolean isTyped) {
        for (int i = first; i < first + count; i++) {
            saveAs(isTyped, i);
            deleteAs(isTyped, i);
        }
        driven.runWriter();
    }

    private void saveAs(boolean isTyped, int number) {
        if (isTyped) {
            Task task = Task.builder("task-" + number, AVS).payload(new byte[50]).build();
            driven.submit(new SaveTask(task), 1);
            count();
        } else {
            save(number);
        }
    }

    private void deleteAs(boolean isTyped, int number) {
        if (isTyped) {
            driven.submit(new DeleteTask("task-" + number), 1);
            count();
        } else {
            delete(number);
        }
    }

    private DrivenEngine open(Limits limits) {
        driven =
                new DrivenEngine(
                        StraitConfig.builder().limits(limits).waitPreset(WaitPreset.BALANCED),
                        TestKeys.STANDARD,
                        false);
        Strait strait = driven.strait();
        producer = strait.exclusiveProducer();
        draft = strait.newTask().avs(strait.addressHandle(AVS));
        id = strait.newId();
        byte[] payload = new byte[50];
        draft.payload(payload, 0, payload.length);
        return driven;
    }

    /**
     * What only a snapshot showed is released by and by, so that no command waits for it: 32 things
     * with each batch, or each time that the writer has nothing to do.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReleaseByAndByWhatASnapshotShowed(boolean isIdle) throws InterruptedException {
        int tasks = 100_000;
        Limits limits = Limits.builder().maxTasks(tasks + 1).build();
        try (DrivenEngine opened = open(limits)) {
            writeAlone(0);
            writeAlone(1);
            driven.runWriter();
            long heapBefore = usedHeap();
            for (int i = 0; i < tasks; i++) {
                save(i);
            }
            driven.runWriter();
            Snapshot held = opened.snapshot();
            for (int i = 0; i < tasks; i++) {
                delete(i);
            }
            for (int i = 0; i < FURTHER; i += 2) {
                save(tasks + i);
                delete(tasks + i);
            }
            driven.runWriter();
            long peak = words();
            long peakHeap = usedHeap() - heapBefore;
            assertEquals(tasks, held.aggregator().countTasks(TaskStatus.PENDING));
            WeakReference<Snapshot> gone = new WeakReference<>(held);
            held = null;
            while (gone.get() != null) {
                System.gc();
                Thread.sleep(10);
            }
            Thread.sleep(100); // until the collector has told
            // Each task and each strip of 64, by status and by source; a strip may wait again.
            int batches = (tasks + 4 * tasks / 64) / 32;
            for (int i = 0; i < batches; i++) {
                long before = words();
                if (!isIdle) {
                    writeAlone(i);
                }
                driven.runWriter();
                long most = before - MOST_WORDS_RELEASED;
                assertTrue(words() >= most, () -> before + " to " + words());
            }
            assertShare(words(), peak, 2 * MOST_WORDS, "words");
            assertShare(usedHeap() - heapBefore, peakHeap, MOST_HEAP, "heap");
            assertFalse(opened.parts().state.release(), "more to release");
        }
    }

    /** A task comes or goes. */
    private void writeAlone(int number) {
        id.set("alone");
        assertTrue(
                (number & 1) == 0
                        ? producer.saveTask(draft.id(id)) >= 0
                        : producer.deleteTask(id) >= 0);
    }

    private static void assertShare(long left, long peak, double most, String of) {
        assertTrue(
                left <= most * peak,
                () -> of + ": " + left + " of " + peak + ", " + 100.0 * left / peak + " %");
    }

    private long words() {
        return driven.parts().state.capacityWords();
    }

    private void save(int number) {
        draft.id(id.set("task-" + number));
        while (producer.saveTask(draft) < 0) {
            driven.runWriter();
        }
        count();
    }

    private void delete(int number) {
        id.set("task-" + number);
        while (producer.deleteTask(id) < 0) {
            driven.runWriter();
        }
        count();
    }

    private void count() {
        inBatch++;
        if (inBatch % 16 == 0) {
            driven.runWriter();
        }
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
