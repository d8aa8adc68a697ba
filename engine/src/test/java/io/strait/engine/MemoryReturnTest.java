package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Address;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.engine.index.Keys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Memory comes back when a million tasks went and a thousand are left that lie together: that of
 * cells, of the index, and of the sets. Seen to fail when chunks are not released, when segments of
 * the index do not shrink, and when pages of sets are not taken out.
 */
class MemoryReturnTest {
    private static final int TASKS = 1_000_000;
    private static final int LEFT = 1_000;
    private static final int FURTHER = 10_000;

    /** Shares of the peak; of what is left, that are 0.2 % and 0.7 %. */
    private static final double MOST_WORDS = 0.01;

    private static final double MOST_HEAP = 0.03;

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
        try (DrivenEngine opened =
                new DrivenEngine(
                        StraitConfig.builder().limits(limits).waitPreset(WaitPreset.BALANCED),
                        Keys.STANDARD,
                        false)) {
            driven = opened;
            producer = opened.strait().exclusiveProducer();
            draft =
                    opened.strait()
                            .newTask()
                            .avs(opened.strait().addressHandle(Address.of("0xa1")));
            id = opened.strait().newId();
            byte[] payload = new byte[50];
            draft.payload(payload, 0, payload.length);
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
