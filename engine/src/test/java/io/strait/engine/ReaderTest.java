package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.hotpath.TaskView;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader tells what the views tell, of tasks that came as objects and of those as bytes. */
class ReaderTest {
    private static final long WAIT_NS = 5_000_000_000L;

    private Strait strait = open(TestKeys.STANDARD);

    @AfterEach
    void close() {
        strait.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 7, 0}) // of the keys' bits: all, three, none
    void shouldTellWhatTheViewsTell(long keyMask) {
        strait.close();
        strait = open(TestKeys.masked(keyMask));
        SplittableRandom random = new SplittableRandom(keyMask);
        List<String> ids = fill(random, keyMask == -1 ? 800 : 60);
        Reader reader = strait.reader();
        TaskView view = strait.newTaskView();
        for (String id : ids) {
            TaskRecord expected = strait.aggregator().getTaskRecord(id).orElseThrow();
            PackedId packed = strait.newId().set(id);
            assertTrue(reader.getTask(packed, view), id);
            assertEquals(expected, ViewedTask.recordOf(view), id);
            assertEquals(expected.status(), reader.getTaskStatus(packed));
        }
        PackedId absent = strait.newId().set("absent");
        assertFalse(reader.getTask(absent, view));
        assertThrows(IllegalStateException.class, view::status);
        assertNull(reader.getTaskStatus(absent));
        for (TaskStatus status : TaskStatus.values()) {
            assertEquals(strait.aggregator().countTasks(status), reader.countTasks(status));
        }
        assertEquals(strait.aggregator().listPendingTasks(), tasksOf(reader.pendingTasks()));
        for (int i = 0; i < 4; i++) {
            Address avs = Address.of("0xa" + i);
            assertEquals(
                    strait.aggregator().listPendingTasksForAvs(avs),
                    tasksOf(reader.pendingTasks(strait.addressHandle(avs))));
        }
    }

    /** Whatever a view held, or was about to hold, when a read ended with an error. */
    @Test
    void shouldHoldNoTaskWhenTheReadFailed() {
        strait.aggregator().saveTask(Task.builder("t", Address.of("0xa1")).build());
        Reader reader = strait.reader();
        TaskView view = strait.newTaskView();
        PackedId id = strait.newId().set("t");
        assertTrue(reader.getTask(id, view));
        assertEquals(TaskStatus.PENDING, view.status());
        strait.close();
        assertThrows(EngineClosedException.class, () -> reader.getTask(id, view));
        assertThrows(IllegalStateException.class, view::status);
    }

    @Test
    void shouldWalkOverPerformersInTheirOrder() {
        List<Performer> performers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Performer performer =
                    Performer.builder("p" + i, Address.of("0xa" + i % 3))
                            .endpoint("höst-" + i)
                            .status("Running")
                            .createdAtMs(i)
                            .lastHealthCheckMs(2 * i + 1)
                            .containerHealthy(i % 2 == 0)
                            .applicationHealthy(i % 3 == 0)
                            .build();
            performers.add(performer);
            if (i % 5 == 0) {
                saveByBytes(performer);
            } else {
                strait.executor().savePerformer(performer);
            }
        }
        Reader reader = strait.reader();
        PerformerCursor cursor = reader.performers();
        strait.executor().deletePerformer("p5");
        assertEquals(100, cursor.size());
        byte[] bytes = new byte[64];
        for (Performer performer : performers) {
            assertTrue(cursor.next());
            assertEquals(performer.id(), text(bytes, cursor.copyId(bytes, 0)));
            assertEquals(performer.avs(), cursor.avs());
            assertEquals(performer.createdAtMs(), cursor.createdAtMs());
            assertEquals(performer.lastHealthCheckMs(), cursor.lastHealthCheckMs());
            assertEquals(performer.containerHealthy(), cursor.containerHealthy());
            assertEquals(performer.applicationHealthy(), cursor.applicationHealthy());
            int length = cursor.copyText(PerformerText.ENDPOINT, bytes, 0);
            assertEquals(length, cursor.textLength(PerformerText.ENDPOINT));
            assertEquals(performer.endpoint(), text(bytes, length));
        }
        assertFalse(cursor.next());
        assertThrows(IllegalStateException.class, cursor::avs);
    }

    private void saveByBytes(Performer performer) {
        byte[] endpoint = performer.endpoint().getBytes(StandardCharsets.UTF_8);
        byte[] status = performer.status().getBytes(StandardCharsets.UTF_8);
        PerformerDraft draft =
                strait.newPerformer()
                        .id(strait.newId().set(performer.id()))
                        .avs(strait.addressHandle(performer.avs()))
                        .createdAtMs(performer.createdAtMs())
                        .health(
                                performer.lastHealthCheckMs(),
                                performer.containerHealthy(),
                                performer.applicationHealthy())
                        .text(PerformerText.ENDPOINT, endpoint, 0, endpoint.length)
                        .text(PerformerText.STATUS, status, 0, status.length);
        try (Producer producer = strait.exclusiveProducer()) {
            assertEquals(0, producer.await(producer.savePerformer(draft), WAIT_NS));
        }
    }

    @Test
    void shouldWriteNothingWhereAPartDoesNotFit() {
        strait.aggregator()
                .saveTask(
                        Task.builder("täsk", Address.of("0xa1"))
                                .payload(Bytes.ofUtf8("payload"))
                                .blockHash("0xé")
                                .build());
        TaskView view = strait.newTaskView();
        assertTrue(strait.reader().getTask(strait.newId().set("täsk"), view));
        byte[] small = new byte[3];
        assertThrows(IndexOutOfBoundsException.class, () -> view.copyId(small, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> view.copyBlockHash(small, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> view.copyPayload(small, 0));
        assertEquals("\0\0\0", text(small, 3));
    }

    @Test
    void shouldRefuseWhatIsNotThisEngines() {
        try (Strait other = open(TestKeys.STANDARD)) {
            Reader reader = strait.reader();
            PackedId id = strait.newId().set("t");
            TaskView foreign = other.newTaskView();
            assertThrows(InvalidArgumentException.class, () -> reader.getTask(id, foreign));
            assertThrows(InvalidArgumentException.class, () -> reader.getTask(null, foreign));
            PackedId empty = strait.newId();
            assertThrows(InvalidArgumentException.class, () -> reader.getTaskStatus(empty));
            AddressHandle handle = other.addressHandle(Address.of("0xa1"));
            assertThrows(InvalidArgumentException.class, () -> reader.pendingTasks(handle));
        }
    }

    /**
     * Whichever chain was asked for before. Seen to fail on a reader that remembers the head but
     * not whose it is, and on one that remembers the handle of a chain without a head.
     */
    @Test
    void shouldTellEachChainsLastProcessedBlock() {
        int chainCount = 40; // more than a reader has room for at first
        ChainHandle[] handles = new ChainHandle[chainCount];
        Arrays.setAll(handles, i -> strait.chainHandle(Chain.of(Address.of("0xa1"), i)));
        long[] expected = new long[chainCount];
        Arrays.fill(expected, AggregatorView.NO_BLOCK);
        Reader reader = strait.reader();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            int chain = random.nextInt(chainCount);
            if (random.nextInt(4) == 0) {
                expected[chain] += 1 + random.nextInt(3);
                strait.aggregator().setLastProcessedBlock(handles[chain].chain(), expected[chain]);
            }
            assertEquals(expected[chain], reader.getLastProcessedBlock(handles[chain]));
            assertEquals(expected[chain], reader.getLastProcessedBlock(handles[chain]));
            int other = random.nextInt(chainCount);
            assertEquals(expected[other], reader.getLastProcessedBlock(handles[other]));
        }
        assertThrows(InvalidArgumentException.class, () -> reader.getLastProcessedBlock(null));
        try (Strait foreign = open(TestKeys.STANDARD)) {
            ChainHandle same = foreign.chainHandle(handles[0].chain());
            assertThrows(InvalidArgumentException.class, () -> reader.getLastProcessedBlock(same));
        }
        strait.close();
        assertThrows(EngineClosedException.class, () -> reader.getLastProcessedBlock(handles[0]));
    }

    @Test
    void shouldRefuseReadsAfterClose() {
        Reader reader = strait.reader();
        PackedId id = strait.newId().set("t");
        strait.close();
        assertThrows(EngineClosedException.class, () -> reader.getTaskStatus(id));
        assertThrows(EngineClosedException.class, reader::pendingTasks);
        assertThrows(EngineClosedException.class, reader::performers);
        assertThrows(EngineClosedException.class, () -> reader.countTasks(TaskStatus.PENDING));
    }

    /**
     * A task is told whole or not at all, whatever the writer does meanwhile. Seen to fail when
     * {@code Cells.isBornBy} is always true, and, with a quarantine of 0, when {@code
     * Horizon.validate} is.
     */
    @Test
    void shouldShowWholeTasksWhileTheWriterUsesTheirMemoryAgain() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Thread churn = new Thread(() -> churn(done));
        churn.start();
        try {
            Reader reader = strait.reader();
            TaskView view = strait.newTaskView();
            long endNs = System.nanoTime() + 1_000_000_000L;
            long seen = 0;
            for (long i = 0; System.nanoTime() < endNs; i++) {
                long expected = -1;
                TaskCursor cursor = reader.pendingTasks();
                while (cursor.next()) {
                    long number = numberOf(cursor);
                    if (number >= 0) {
                        assertTrue(number > expected, "in order");
                        expected = number;
                        seen++;
                    }
                }
                if (expected >= 0 && reader.getTask(strait.newId().set("t" + expected), view)) {
                    assertEquals(expected, numberOf(view));
                }
            }
            assertTrue(seen > 0, "tasks were seen");
        } finally {
            done.set(true);
            churn.join();
        }
    }

    /** Saves tasks whose parts all tell the same number, and deletes each soon after. */
    private void churn(AtomicBoolean done) {
        try (Producer producer = strait.exclusiveProducer()) {
            PackedId id = strait.newId();
            TaskDraft draft = strait.newTask().avs(strait.addressHandle(Address.of("0xa1")));
            long ticket = 0;
            for (long i = 0; !done.get(); i++) {
                byte[] payload = Long.toString(i).getBytes(StandardCharsets.UTF_8);
                draft.id(id.set("t" + i)).payload(payload, 0, payload.length);
                draft.deadlineMs(i).sourceBlockNumber(i % 3).l1ReferenceBlockNumber(i);
                do {
                    ticket = producer.saveTask(draft);
                } while (lackedRoom(producer, ticket));
                if (i >= 20) {
                    id.set("t" + (i - 20));
                    do {
                        ticket = producer.deleteTask(id);
                    } while (lackedRoom(producer, ticket));
                }
            }
            assertEquals(0, producer.await(ticket, WAIT_NS));
        }
    }

    /** Whether a write has to be handed in again, for which there was no room. */
    private static boolean lackedRoom(Producer producer, long ticket) {
        if (ticket < 0) {
            assertEquals(0, producer.awaitRoom(WAIT_NS));
        }
        return ticket < 0;
    }

    /** The number that all parts of a task tell, or -1 when it has gone under the reader's eyes. */
    private static long numberOf(TaskView view) {
        long deadlineMs;
        long l1;
        String payload;
        String id;
        try {
            deadlineMs = view.deadlineMs();
            byte[] bytes = new byte[32];
            payload = text(bytes, view.copyPayload(bytes, 0));
            id = text(bytes, view.copyId(bytes, 0));
            l1 = view.l1ReferenceBlockNumber();
        } catch (IllegalStateException gone) {
            return -1;
        }
        assertEquals(deadlineMs, l1);
        assertEquals(Long.toString(deadlineMs), payload);
        assertEquals("t" + deadlineMs, id);
        return deadlineMs;
    }

    private List<String> fill(SplittableRandom random, int count) {
        List<String> ids = new ArrayList<>();
        try (Producer producer = strait.exclusiveProducer()) {
            TaskDraft draft = strait.newTask();
            PackedId id = strait.newId();
            long ticket = 0;
            for (int i = 0; i < count; i++) {
                String text = (random.nextBoolean() ? "task-" : "täsk-€-😀-") + i;
                Address avs = Address.of("0xa" + random.nextInt(3));
                byte[] payload = new byte[random.nextInt(100)];
                random.nextBytes(payload);
                ids.add(text);
                if (random.nextBoolean()) {
                    strait.aggregator()
                            .saveTask(
                                    Task.builder(text, avs)
                                            .payload(Bytes.copyOf(payload))
                                            .blockHash(i % 3 == 0 ? "" : "0xß" + i)
                                            .version(i)
                                            .build());
                } else {
                    byte[] hash = ("0xABC" + i).getBytes(StandardCharsets.UTF_8);
                    draft.clear().id(id.set(text)).avs(strait.addressHandle(avs));
                    draft.payload(payload, 0, payload.length).version(0xFFFF_FFFFL);
                    draft.blockHash(hash, 0, i % 3 == 0 ? 0 : hash.length).thresholdBps(i);
                    draft.operatorSetId(0xFFFF_FFFEL).referenceTimestamp(i).chainId(-i);
                    ticket = producer.saveTask(draft);
                    assertEquals(0, producer.await(ticket, WAIT_NS));
                }
                for (int step = random.nextInt(3); step > 0; step--) {
                    TaskStatus to = step == 2 ? TaskStatus.PROCESSING : TaskStatus.COMPLETED;
                    move(producer, id.set(text), text, to, random.nextBoolean());
                }
            }
        }
        return ids;
    }

    /** Where the step is not allowed, nothing happens. */
    private void move(Producer producer, PackedId id, String text, TaskStatus to, boolean typed) {
        TaskStatus now = strait.aggregator().getTaskRecord(text).orElseThrow().status();
        if (now.canBecome(to)) {
            if (typed) {
                strait.aggregator().updateTaskStatus(text, to);
            } else {
                assertEquals(0, producer.await(producer.updateTaskStatus(id, to), WAIT_NS));
            }
        }
    }

    private static List<Task> tasksOf(TaskCursor cursor) {
        List<Task> tasks = new ArrayList<>();
        while (cursor.next()) {
            tasks.add(ViewedTask.recordOf(cursor).task());
        }
        assertEquals(cursor.size(), tasks.size());
        assertFalse(cursor.next());
        return tasks;
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static Strait open(Keys keys) {
        return Strait.open(StraitConfig.builder().build(), keys, WriterProbe.NONE);
    }
}
