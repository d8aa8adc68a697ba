package io.strait.engine.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.AggregatorWrite.UpdateTaskStatus;
import io.strait.engine.index.OrderedSet;
import io.strait.engine.publish.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks whose tasks are deleted, and whose memory is used again at once, while they are under way.
 */
class CellWalkTest {
    private static final int AVS_COUNT = 5;
    private static final int MOST_TASKS = 300;

    /** A walk asks for each so many-th task whether the memory of any was used again. */
    private static final int ASKED_EACH = 8;

    private static final List<ToLongFunction<TaskCursor>> ACCESSORS =
            List.of(
                    TaskCursor::sourceBlockNumber,
                    TaskCursor::deadlineMs,
                    TaskCursor::createdAtMs,
                    TaskCursor::updatedAtMs,
                    TaskCursor::leaseUntilMs,
                    TaskCursor::operatorSetId,
                    TaskCursor::thresholdBps,
                    TaskCursor::chainId,
                    TaskCursor::l1ReferenceBlockNumber,
                    TaskCursor::referenceTimestamp,
                    TaskCursor::version,
                    TaskCursor::idLength,
                    TaskCursor::blockHashLength,
                    TaskCursor::payloadLength,
                    cursor -> cursor.status().ordinal(),
                    cursor -> cursor.avs().hashCode(),
                    cursor -> cursor.callbackAddress().hashCode(),
                    cursor -> cursor.copyId(new byte[64], 0),
                    cursor -> cursor.copyBlockHash(new byte[64], 0),
                    cursor -> cursor.copyPayload(new byte[64], 0));

    private final WrittenState written = new WrittenState();
    private final TaskWalk walk =
            new TaskWalk(written.state, new DecodedAddresses(written.state.keys()));
    private final Deque<Long> pending = new ArrayDeque<>();
    private final Deque<Long> claimed = new ArrayDeque<>();
    private long nextNumber;

    /** The tasks that were deleted since the walk under way began. */
    private final Set<Long> deleted = new HashSet<>();

    /** How many tasks the walk has gone on by since something was changed. */
    private int stepsSinceChange;

    private boolean isCaptured;

    /**
     * Seen to fail when words that were fetched are not verified, when a column outlives the cells
     * that it is of, when a column is taken to have more than was fetched, be it of one cell or of
     * a block, when a walk does not look at the horizon at all, and when it keeps looking at the
     * values of a column that has grown.
     */
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

    /**
     * The first array of the memory is taken anew as it grows, until there are some 2,000 tasks.
     */
    @RepeatedTest(40)
    void shouldShowTasksWhileTheirMemoryGrows(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        for (int i = 0; i < 30; i++) {
            saveAll(5 + random.nextInt(10));
            walk(random);
        }
    }

    /**
     * Seen to fail when a walk does not ask, at the begin of a block, whether its cells are valid.
     */
    @Test
    void shouldPassByWhatWasUsedAgainAfterTheMemoryHadGrown() {
        saveAll(20);
        begin();
        for (int i = 0; i < ASKED_EACH; i++) {
            assertTrue(walk.next());
        }
        saveAll(2_000); // the first array has room for some 30 tasks
        for (long number = 0; number < 20; number++) {
            written.apply(new DeleteTask("t" + number), 0, false);
        }
        written.publish();
        pending.clear();
        saveAll(40);
        assertFalse(walk.next());
    }

    /** Seen to fail when the cells of an older position are taken for those of the last change. */
    @Test
    void shouldShowTheNewestAfterAWalkOverAnOlderPosition() {
        saveAll(70);
        OrderedSet set = written.state.tasks().byStatus();
        int track = TaskStatus.PENDING.ordinal();
        Version older = written.publication.pin();
        saveAll(5);
        remove(pending.removeFirst());
        written.publish();
        for (int i = 0; i < 3; i++) {
            walk.begin(set, track, older.positionAcquire(), older);
            requireNumbers(0, 70);
            begin();
            requireNumbers(1, 75);
        }
    }

    /**
     * Seen to fail when what a column has of cells that stay is carried over to the place of
     * others, when what it has not is not fetched, and when a column of some is taken for one of
     * all.
     */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void shouldShowTheSameWordOfEachTaskAfterChangesAnywhere(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            for (int j = random.nextInt(numbers.size() < MOST_TASKS ? 40 : 3); j > 0; j--) {
                save(nextNumber, false);
                numbers.add(nextNumber++);
            }
            for (int j = random.nextInt(10); j > 0 && !numbers.isEmpty(); j--) {
                remove(numbers.remove(random.nextInt(numbers.size())));
            }
            written.publish();
            walk.begin(
                    written.state.tasks().byStatus(),
                    TaskStatus.PENDING.ordinal(),
                    written.position(),
                    null);
            int end = random.nextInt(8) == 0 ? numbers.size() / 2 : numbers.size();
            for (long number : numbers.subList(0, end)) {
                assertTrue(walk.next());
                assertEquals(2 * number + 1, walk.deadlineMs());
            }
        }
    }

    private void requireNumbers(long from, long to) {
        assertEquals(to - from, walk.size());
        for (long number = from; number < to; number++) {
            assertTrue(walk.next());
            assertEquals(number, walk.sourceBlockNumber());
        }
        assertFalse(walk.next());
    }

    /** Seen to fail when the walk does not keep what captured its position. */
    @Test
    void shouldShowWhatItCapturedAfterACollection() throws Exception {
        saveAll(100);
        isCaptured = true;
        begin();
        while (!pending.isEmpty()) {
            remove(pending.removeFirst());
        }
        written.publish();
        for (int i = 0; i < 10; i++) {
            System.gc();
            Thread.sleep(10);
            saveAll(20);
        }
        for (long number = 0; number < 100; number++) {
            assertTrue(walk.next());
            assertEquals(number, walk.sourceBlockNumber());
            requireAllOf(number);
        }
        assertFalse(walk.next());
    }

    /** A walk that was given up has fetched of the first tasks only. */
    @Test
    void shouldShowTheSameAfterAWalkThatWasGivenUp() {
        saveAll(MOST_TASKS);
        for (int givenUpAfter = 0; givenUpAfter < 140; givenUpAfter++) {
            begin();
            for (int i = 0; i < givenUpAfter; i++) {
                assertTrue(walk.next());
                if (i >= givenUpAfter / 2) {
                    assertEquals(2 * i + 1, walk.deadlineMs());
                }
            }
            begin();
            requireNoTask(TaskCursor::deadlineMs);
            for (int i = 0; i < MOST_TASKS; i++) {
                assertTrue(walk.next());
                assertEquals(2 * i + 1, walk.deadlineMs());
            }
            assertFalse(walk.next());
        }
    }

    @Test
    void shouldBeAtNoTaskBeforeTheFirstAndAfterTheLast() {
        saveAll(64); // a block of them
        for (ToLongFunction<TaskCursor> accessor : ACCESSORS) {
            for (int walks = 0; walks < 3; walks++) {
                begin();
                requireNoTask(accessor);
                for (int i = 0; i < pending.size(); i++) {
                    assertTrue(walk.next());
                    accessor.applyAsLong(walk);
                }
                assertFalse(walk.next());
                requireNoTask(accessor);
                assertFalse(walk.next());
                requireNoTask(accessor);
            }
        }
    }

    private void requireNoTask(ToLongFunction<TaskCursor> accessor) {
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> accessor.applyAsLong(walk));
        assertEquals(TaskCellView.NO_TASK, thrown.getMessage());
    }

    /** Returns how many tasks were shown. */
    private int walk(SplittableRandom random) {
        isCaptured = random.nextInt(10) == 0;
        begin();
        List<Long> expected = new ArrayList<>(pending);
        deleted.clear();
        stepsSinceChange = ASKED_EACH;
        int stepsToChange = random.nextBoolean() ? 8 : MOST_TASKS;
        int stop = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : Integer.MAX_VALUE;
        boolean isOneField = random.nextBoolean();
        int at = 0;
        int shown = 0;
        if (random.nextInt(4) == 0) {
            change(random, 1 + random.nextInt(10));
        }
        for (int i = 0; i < stop && walk.next(); i++) {
            stepsSinceChange++;
            long number = number(random, isOneField);
            if (number >= 0) {
                while (expected.get(at) != number) {
                    requireDeleted(expected.subList(at, at + 1));
                    at++;
                }
                at++;
                shown++;
            }
            if (random.nextInt(stepsToChange) == 0) {
                change(random, 1 + random.nextInt(10));
            }
        }
        if (stop == Integer.MAX_VALUE) {
            requireDeleted(expected.subList(at, expected.size()));
        }
        return shown;
    }

    private void requireDeleted(List<Long> passedBy) {
        assertFalse(isCaptured && !passedBy.isEmpty(), "captured, and passed by: " + passedBy);
        assertTrue(deleted.containsAll(passedBy), "passed by: " + passedBy);
    }

    /** What some of the task's parts tell, or -1 when it has gone under the reader's eyes. */
    private long number(SplittableRandom random, boolean isOneField) {
        if (random.nextInt(50) == 0) {
            change(random, 5);
        }
        try {
            long number = walk.sourceBlockNumber();
            if (!isOneField && random.nextBoolean()) {
                assertEquals(2 * number + 1, walk.deadlineMs());
            }
            if (random.nextInt(4) == 0) {
                requireAllOf(number);
            }
            return number;
        } catch (IllegalStateException gone) {
            assertTrue(gone.getMessage().contains("used again"), gone::getMessage);
            assertTrue(stepsSinceChange < ASKED_EACH, "not passed by");
            assertFalse(isCaptured, "captured");
            return -1;
        }
    }

    private void requireAllOf(long number) {
        assertEquals(number + 5, walk.createdAtMs());
        assertEquals(TaskStatus.PENDING, walk.status());
        assertEquals(number + 5, walk.updatedAtMs());
        assertEquals(TaskRecord.NO_LEASE, walk.leaseUntilMs());
        assertEquals(avs(number), walk.avs());
        byte[] bytes = new byte[64];
        assertEquals("t" + number, ascii(bytes, walk.copyId(bytes, 0)));
        assertEquals(payload(number), ascii(bytes, walk.copyPayload(bytes, 0)));
    }

    private void begin() {
        OrderedSet set = written.state.tasks().byStatus();
        int track = TaskStatus.PENDING.ordinal();
        if (isCaptured) {
            Version version = written.publication.pin();
            assertEquals(written.position(), version.positionAcquire());
            walk.begin(set, track, version.positionAcquire(), version);
        } else {
            walk.begin(set, track, written.position(), null);
        }
        assertEquals(pending.size(), walk.size());
    }

    /** Saves, claims and deletes, and publishes that. */
    private void change(SplittableRandom random, int count) {
        for (int i = 0; i < count; i++) {
            if (!claimed.isEmpty() && random.nextInt(5) == 0) {
                remove(claimed.removeFirst());
            } else if (pending.size() >= MOST_TASKS
                    || random.nextInt(5) < 2 && !pending.isEmpty()) {
                long number = random.nextBoolean() ? pending.removeFirst() : pending.removeLast();
                if (random.nextBoolean()) {
                    claim(number);
                } else {
                    remove(number);
                }
            } else {
                save(nextNumber, random.nextBoolean());
                pending.addLast(nextNumber++);
            }
        }
        written.publish();
        stepsSinceChange = 0;
    }

    private void remove(long number) {
        written.apply(new DeleteTask("t" + number), 0, false);
        deleted.add(number);
    }

    /** It stays where it is, and walks that began before show it as it was. */
    private void claim(long number) {
        boolean asObject = number % 3 == 0;
        written.apply(
                new UpdateTaskStatus("t" + number, TaskStatus.PROCESSING), number + 9, asObject);
        claimed.addLast(number);
    }

    private void saveAll(int count) {
        for (int i = 0; i < count; i++) {
            save(nextNumber, i % 2 == 0);
            pending.addLast(nextNumber++);
        }
        written.publish();
    }

    private void save(long number, boolean asObject) {
        Task task =
                Task.builder("t" + number, avs(number))
                        .callbackAddress(avs(number))
                        .sourceBlockNumber(number)
                        .deadlineMs(2 * number + 1)
                        .payload(Bytes.ofUtf8(payload(number)))
                        .build();
        written.apply(new SaveTask(task), number + 5, asObject);
    }

    private static Address avs(long number) {
        return Address.of("0xa" + number % AVS_COUNT);
    }

    private static String payload(long number) {
        return "payload-" + number * number;
    }

    private static String ascii(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
