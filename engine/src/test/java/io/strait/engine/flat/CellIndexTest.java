package io.strait.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.internal.Hash64;
import io.strait.engine.codec.Codebook;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.image.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The index against a map, at the newest position and at captured ones. Seen to fail when a segment
 * that splits loses what lies beyond its bucket, when removing does not count down, when a search
 * stops at the first bucket, and when it does not ask whether a cell was there.
 */
class CellIndexTest {
    private static final int IDS = 20_000;

    private Codebook codebook;
    private FlatMemory memory;
    private FlatTasks tasks;
    private long position;

    @BeforeEach
    void setUp() {
        open(Keys.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0x3FF, 3, 0})
    void shouldFindWhatIsThereAndNothingElse(long mask) {
        open(Keys.masked(mask));
        int ids = mask == -1 ? IDS : 600;
        Random random = new Random(mask);
        Map<String, Integer> model = new HashMap<>();
        for (int i = 0; i < 6 * ids; i++) {
            String id = "task-" + random.nextInt(ids);
            int cell = tasks.find(id);
            assertEquals(model.getOrDefault(id, FlatTasks.NONE), cell, id);
            if (cell == FlatTasks.NONE) {
                model.put(id, add(id));
            } else if (random.nextInt(3) == 0) {
                tasks.remove(cell);
                model.remove(id);
            }
            if (i % 7 == 0) {
                publish();
            }
        }
        publish();
        for (int i = 0; i < ids; i++) {
            String id = "task-" + i;
            assertEquals(model.getOrDefault(id, FlatTasks.NONE), find(id, position), id);
        }
        assertEquals(model.size(), tasks.size());
    }

    @Test
    void shouldFindAtACapturedPositionWhatWasThereThen() {
        Random random = new Random(5);
        Map<String, Integer> model = new HashMap<>();
        List<Object> holders = new ArrayList<>();
        Map<Long, Map<String, Integer>> captured = new HashMap<>();
        for (int i = 0; i < 40_000; i++) {
            String id = "task-" + random.nextInt(1_000);
            int cell = tasks.find(id);
            if (cell == FlatTasks.NONE) {
                model.put(id, add(id));
            } else {
                tasks.remove(cell);
                model.remove(id);
            }
            publish();
            if (i % 4_000 == 0) {
                Object holder = new Object();
                holders.add(holder);
                memory.pin(position, holder);
                captured.put(position, Map.copyOf(model));
            }
        }
        captured.forEach(
                (at, then) -> {
                    for (int i = 0; i < 1_000; i++) {
                        String id = "task-" + i;
                        assertEquals(then.getOrDefault(id, FlatTasks.NONE), find(id, at), id);
                    }
                });
        assertEquals(10, holders.size());
    }

    @Test
    void shouldSplitSegmentAfterSegment() {
        for (int i = 0; i < IDS; i++) {
            add("task-" + i);
        }
        publish();
        int segments = memory.cells.indexes.of(CellIndexes.TASKS).segmentCount();
        assertTrue(segments >= 8 && segments <= 32, "segments=" + segments);
    }

    @Test
    void shouldNotGrowWithWhatCameAndWent() {
        for (int i = 0; i < 500; i++) {
            add("task-" + i);
        }
        for (int i = 500; i < 200_000; i++) {
            tasks.remove(tasks.find("task-" + (i - 500)));
            add("task-" + i);
            publish();
        }
        assertEquals(1, memory.cells.indexes.of(CellIndexes.TASKS).segmentCount());
        for (int i = 0; i < 200_000; i++) {
            assertEquals(i >= 199_500, find("task-" + i, position) != FlatTasks.NONE, "task-" + i);
        }
    }

    private void open(Keys keys) {
        codebook = new Codebook(new ChainHandles(1), new AddressHandles(), Limits.DEFAULT);
        memory = new FlatMemory(keys, codebook, 4);
        tasks = new FlatTasks(memory);
        position = 0;
    }

    private int add(String id) {
        Task task = Task.builder(id, Address.of("0xa1")).build();
        return tasks.add(FlatWords.of(task, codebook), 0, 1);
    }

    private int find(String id, long at) {
        return TaskReads.captured(memory).find(at, Hash64.of(id), id);
    }

    private void publish() {
        position++;
        memory.head().write(position, memory.roots().node());
        memory.publish(position);
    }
}
