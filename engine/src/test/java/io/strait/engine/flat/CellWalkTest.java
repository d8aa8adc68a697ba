package io.strait.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.codec.EncodedWrite;
import io.strait.engine.command.AddressHandles;
import io.strait.engine.command.ChainHandles;
import io.strait.engine.image.Keys;
import io.strait.engine.word.WordId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks whose tasks are deleted, and whose memory is used again at once, while they are under way.
 * Seen to fail when words that were fetched are not verified, when a column outlives the cells that
 * it is of, when a column is taken to have more than was fetched, be it of one cell or of a block,
 * and when a block is gone through without a look at the horizon.
 */
class CellWalkTest {
    private static final Address AVS = Address.of("0xa1");
    private static final int MOST_TASKS = 300;

    private final Codebook codebook =
            new Codebook(new ChainHandles(1), new AddressHandles(), Limits.DEFAULT);
    private final FlatMemory memory = new FlatMemory(Keys.STANDARD, codebook, 0);
    private final FlatTasks tasks = new FlatTasks(memory);
    private final TaskReads reads = TaskReads.live(memory);
    private final TaskWalk walk = new TaskWalk(memory);
    private final Deque<Long> pending = new ArrayDeque<>();
    private long nextNumber;
    private long position;

    /** The tasks that were deleted since the walk under way began. */
    private final Set<Long> deleted = new HashSet<>();

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void shouldShowEachTaskAsItWasOrNotAtAll(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int shown = 0;
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(3) > 0) {
                change(random, 1 + random.nextInt(20));
            }
            shown += walk(random);
        }
        assertTrue(shown > 10_000, "shown=" + shown);
    }

    @Test
    void shouldBeAtNoTaskBeforeTheFirstAndAfterTheLast() {
        for (int i = 0; i < 64; i++) {
            save(nextNumber, true);
            pending.addLast(nextNumber++);
        }
        position += 64;
        memory.publish(position);
        begin();
        assertThrows(IllegalStateException.class, walk::sourceBlockNumber);
        assertThrows(IllegalStateException.class, walk::status);
        for (int i = 0; i < pending.size(); i++) {
            assertTrue(walk.next());
            walk.sourceBlockNumber();
        }
        assertFalse(walk.next());
        assertThrows(IllegalStateException.class, walk::sourceBlockNumber);
        assertThrows(IllegalStateException.class, walk::status);
        assertFalse(walk.next());
        begin();
        assertThrows(IllegalStateException.class, walk::sourceBlockNumber);
    }

    /** Returns how many tasks were shown. */
    private int walk(SplittableRandom random) {
        begin();
        List<Long> expected = new ArrayList<>(pending);
        deleted.clear();
        int stepsToChange = random.nextBoolean() ? 8 : MOST_TASKS;
        int stop = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : MOST_TASKS;
        int at = 0;
        int shown = 0;
        if (random.nextInt(4) == 0) {
            change(random, 1 + random.nextInt(10));
        }
        for (int i = 0; i < stop && walk.next(); i++) {
            long number = number(random);
            if (number >= 0) {
                while (expected.get(at) != number) {
                    assertTrue(
                            deleted.contains(expected.get(at)), "passed by: " + expected.get(at));
                    at++;
                }
                at++;
                shown++;
            }
            if (random.nextInt(stepsToChange) == 0) {
                change(random, 1 + random.nextInt(10));
            }
        }
        if (stop == MOST_TASKS) {
            assertTrue(deleted.containsAll(expected.subList(at, expected.size())), "left out");
        }
        return shown;
    }

    /** What some of the task's parts tell, or -1 when it has gone under the reader's eyes. */
    private long number(SplittableRandom random) {
        boolean changed = random.nextInt(50) == 0;
        if (changed) {
            change(random, 5);
        }
        try {
            long number = walk.sourceBlockNumber();
            if (random.nextBoolean()) {
                assertEquals(2 * number + 1, walk.deadlineMs());
            }
            if (random.nextInt(4) == 0) {
                assertEquals(number + 5, walk.createdAtMs());
                assertEquals(TaskStatus.PENDING, walk.status());
                byte[] id = new byte[walk.idLength()];
                walk.copyId(id, 0);
                assertEquals("t" + number, new String(id, StandardCharsets.US_ASCII));
            }
            return number;
        } catch (IllegalStateException gone) {
            assertTrue(changed, "not passed by");
            return -1;
        }
    }

    private void begin() {
        int root = reads.inStatus(memory.roots().node(), TaskStatus.PENDING);
        reads.begin(root, position, null, walk.cells());
        assertEquals(pending.size(), walk.size());
    }

    /** Saves and deletes, and publishes that. */
    private void change(SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            if (pending.size() == MOST_TASKS || random.nextInt(5) < 2 && !pending.isEmpty()) {
                long number = random.nextBoolean() ? pending.removeFirst() : pending.removeLast();
                tasks.remove(tasks.find("t" + number));
                deleted.add(number);
            } else {
                save(nextNumber, random.nextBoolean());
                pending.addLast(nextNumber++);
            }
        }
        position += count;
        memory.publish(position);
    }

    private void save(long number, boolean asObject) {
        String id = "t" + number;
        if (asObject) {
            Task task =
                    Task.builder(id, AVS)
                            .sourceBlockNumber(number)
                            .deadlineMs(2 * number + 1)
                            .build();
            tasks.add(task, number + 5);
        } else {
            EncodedTask draft = new EncodedTask(codebook);
            draft.id(new WordId().set(id))
                    .avs(codebook.addresses().handle(AVS))
                    .sourceBlockNumber(number)
                    .deadlineMs(2 * number + 1);
            tasks.add(EncodedWrite.encode("task", draft, codebook).words(), 0, number + 5);
        }
    }
}
