package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.hotpath.TaskView;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tasks by the thousand, so that whatever finds them grows, step by step, and while there are more
 * than a few under one key: each is found by its id, typed and by bytes, until it is deleted, and
 * so are those that are saved in its place. Seen to fail when a segment of the index that is split
 * loses its second half, when the doubled directory leads to the wrong segments, and when it is not
 * counted what lies beyond a full bucket.
 */
class ManyTasksTest {
    private static final long WAIT_NS = 10_000_000_000L;
    private static final Address AVS = Address.of("0xa1");

    private Strait strait;
    private Producer producer;
    private Reader reader;
    private PackedId id;
    private TaskView view;

    @ParameterizedTest
    @CsvSource({"20000, -1", "2000, 1023", "600, 7", "300, 0"})
    void shouldFindEachTaskThatIsThere(int count, long keyMask) {
        Limits limits = Limits.builder().maxTasks(1 << 20).build();
        StraitConfig config = StraitConfig.builder().limits(limits).build();
        try (Strait opened = Strait.open(config, TestKeys.masked(keyMask), WriterProbe.NONE)) {
            strait = opened;
            producer = opened.exclusiveProducer();
            reader = opened.reader();
            id = opened.newId();
            view = opened.newTaskView();
            for (int from = 0; from < count; from += count / 4) {
                save(from, from + count / 4);
                assertThere(count, task -> task < reader.countTasks(TaskStatus.PENDING));
            }
            delete(0, count, i -> i % 7 != 0);
            assertThere(count, i -> i % 7 == 0);
            save(count, 2 * count);
            assertThere(2 * count, i -> i % 7 == 0 || i >= count);
            delete(0, count, i -> i % 7 == 0);
            delete(count, 2 * count, i -> i % 100 != 0);
            assertThere(2 * count, i -> i >= count && i % 100 == 0);
        }
    }

    private void save(int from, int to) {
        TaskDraft draft = strait.newTask().avs(strait.addressHandle(AVS));
        for (int i = from; i < to; i++) {
            if (i % 3 == 0) {
                strait.submit(new SaveTask(task(i)));
            } else {
                draft.id(id.set(idOf(i))).version(i);
                while (producer.saveTask(draft) < 0) {
                    assertEquals(0, producer.awaitRoom(WAIT_NS));
                }
            }
        }
        barrier();
    }

    private void delete(int from, int to, IntPredicate which) {
        for (int i = from; i < to; i++) {
            if (which.test(i) && i % 2 == 0) {
                strait.submit(new DeleteTask(idOf(i)));
            } else if (which.test(i)) {
                id.set(idOf(i));
                while (producer.deleteTask(id) < 0) {
                    assertEquals(0, producer.awaitRoom(WAIT_NS));
                }
            }
        }
        barrier();
    }

    /** What was submitted and what was handed over went through different lanes. */
    private void barrier() {
        strait.barrier();
        Trials.await("lanes empty", () -> strait.counters().depth() == 0);
        strait.barrier();
        assertEquals(0, strait.counters().refused());
    }

    private void assertThere(int count, IntPredicate isThere) {
        for (int i = 0; i < count; i++) {
            String text = idOf(i);
            Optional<Task> expected = isThere.test(i) ? Optional.of(task(i)) : Optional.empty();
            assertEquals(expected, strait.aggregator().getTask(text), text);
            id.set(text);
            assertEquals(expected.isPresent(), reader.getTask(id, view), text);
            if (expected.isPresent()) {
                assertEquals(i, view.version(), text);
                assertEquals(TaskStatus.PENDING, reader.getTaskStatus(id), text);
            } else {
                assertNull(reader.getTaskStatus(id), text);
            }
        }
        int there = (int) IntStream.range(0, count).filter(isThere).count();
        assertEquals(there, strait.aggregator().listPendingTasks().size());
        assertEquals(there, reader.countTasks(TaskStatus.PENDING));
        TaskCursor cursor = reader.pendingTasks();
        for (int i = 0; i < there; i++) {
            assertTrue(cursor.next());
            assertTrue(isThere.test((int) cursor.version()));
        }
        assertFalse(cursor.next());
    }

    private static Task task(int i) {
        return Task.builder(idOf(i), AVS).version(i).build();
    }

    private static String idOf(int i) {
        return "task-" + i;
    }
}
