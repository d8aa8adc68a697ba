package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Durability;
import io.strait.api.ExpiredTasks;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Lease;
import io.strait.api.domain.TaskStatus;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.api.hotpath.TaskCursor;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.hotpath.TaskView;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole life of a task by bytes allocates nothing, not on the caller's thread nor on the
 * writer's: saved, or committed with its block, taken up, finished, and evicted when more have
 * finished than are kept, or deleted. Nor do reads of it. A planted allocation on the writer's
 * thread is reported.
 */
@Tag("isolated")
class TaskLifeAllocationTest {
    private static final int FINISHED = 500;
    private static final int UNDER_WAY = 100;
    private static final int BLOCKS = 50;
    private static final int TASKS_PER_BLOCK = 3;
    private static final Chain CHAIN = Chain.of(Address.of("0xa1"), 7);

    private final List<Thread> engineThreads = new ArrayList<>();
    private final byte[] text =
            "task-000000000000".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private final byte[] target = new byte[256];
    private Strait engine;
    private Producer producer;
    private Reader reader;
    private PackedId id;
    private TaskDraft draft;
    private TaskView view;
    private AddressHandle avs;
    private ChainHandle chain;
    private CommitDraft commit;
    private long next;
    private long ticket;
    private long read;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldAllocateNothingFromSaveToEviction() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::liveOneLife));
        assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
        assertEquals(UNDER_WAY, engine.aggregator().countTasks(TaskStatus.PENDING));
        assertEquals(FINISHED, engine.aggregator().countTasks(TaskStatus.COMPLETED));
        assertEquals(0, engine.counters().refused());
    }

    @Test
    void shouldAllocateNothingFromSaveToDeletion() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::saveAndDelete));
    }

    /**
     * Nor with a journal. Seen to fail when the journal wraps its frame's bytes for each force.
     *
     * @param intervalMs 0 for a synchronisation of each batch
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void shouldAllocateNothingWhenEachIsJournaled(int intervalMs, @TempDir Path directory) {
        Durability durability = new Durability(Duration.ofMillis(intervalMs));
        open(StraitConfig.builder().directory(directory).durability(durability), WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::saveAndDelete));
        assertArrayEquals(new long[2], meter().bytesOf(this::liveOneLife));
        assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
        assertEquals(0, engine.counters().refused());
    }

    @Test
    void shouldAllocateNothingFromCommitToDeletion() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::commitAndDelete));
        assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
        assertEquals(BLOCKS, engine.aggregator().listBlocks(CHAIN).size());
        assertEquals(
                UNDER_WAY * TASKS_PER_BLOCK, engine.aggregator().countTasks(TaskStatus.PENDING));
        assertEquals(0, engine.counters().refused());
    }

    @Test
    void shouldAllocateNothingWhenTasksAreRead() {
        open(WriterProbe.NONE);
        for (int i = 0; i < UNDER_WAY; i++) {
            liveOneLife();
        }
        producer.await(ticket, Long.MAX_VALUE);
        assertArrayEquals(new long[2], meter().bytesOf(this::readTasks));
        assertTrue(read > 0, "what was read was there");
    }

    /** Seen to fail when a walk takes what it knew to a new array each time. */
    @Test
    void shouldAllocateNothingWhenTasksAreWalkedOverAfterAChange() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::changeAndWalk));
        assertTrue(read > 0, "what was read was there");
    }

    /**
     * Nor does the writer when it takes back leases and none has ended. Seen to fail when it
     * collects all tasks that are leased.
     */
    @Test
    void shouldAllocateNothingWhenNothingHasExpired() {
        open(WriterProbe.NONE);
        for (int i = 0; i < UNDER_WAY; i++) {
            save(i);
            producer.await(ticket, Long.MAX_VALUE);
            // Whatever the tasks' deadlines are.
            engine.aggregator()
                    .claimNextTask(
                            Address.of("0xa1"), Lease.of(Duration.ofDays(1)), ExpiredTasks.TAKE);
        }
        assertArrayEquals(new long[2], meter().bytesOf(this::listExpired));
        assertEquals(0, meter().bytesOf(this::requeueExpired)[1]);
        assertEquals(UNDER_WAY, engine.aggregator().countTasks(TaskStatus.PROCESSING));
        assertEquals(0, read);
    }

    @Test
    void shouldCatchAnAllocationOnTheWritersThread() {
        open(
                step -> {
                    if (step == WriterStep.AFTER_APPLY) {
                        KeyedRead.object = new byte[1];
                    }
                });
        assertTrue(meter().bytesOf(this::liveOneLife)[1] >= AllocationMeter.OPERATIONS * 16L);
    }

    private void liveOneLife() {
        save(next);
        if (next >= UNDER_WAY) {
            name(next - UNDER_WAY);
            ticket = producer.updateTaskStatus(id, TaskStatus.PROCESSING);
            ticket = producer.updateTaskStatus(id, TaskStatus.COMPLETED);
        }
        next++;
        waitNowAndThen();
    }

    private void saveAndDelete() {
        save(next);
        if (next >= UNDER_WAY) {
            name(next - UNDER_WAY);
            ticket = producer.deleteTask(id);
        }
        next++;
        waitNowAndThen();
    }

    private void commitAndDelete() {
        commit.clear()
                .block(chain, next)
                .hash(text, 0, text.length)
                .parentHash(text, 0, text.length);
        draft.chainId(CHAIN.chainId()).sourceBlockNumber(next).payload(target, 0, 100);
        for (int i = 0; i < TASKS_PER_BLOCK; i++) {
            name(TASKS_PER_BLOCK * next + i);
            commit.addTask(draft.id(id));
        }
        ticket = producer.commitBlock(commit);
        if (next >= UNDER_WAY) {
            for (int i = 0; i < TASKS_PER_BLOCK; i++) {
                name(TASKS_PER_BLOCK * (next - UNDER_WAY) + i);
                ticket = producer.deleteTask(id);
            }
        }
        // Every block has the same hash, and so the parent that it names.
        name(0);
        next++;
        waitNowAndThen();
    }

    private void readTasks() {
        name(read % UNDER_WAY);
        if (reader.getTask(id, view)) {
            read += view.copyPayload(target, 0) > 0 ? 1 : 0;
        }
        read += reader.getTaskStatus(id) == null ? 0 : 1;
        walk(reader.pendingTasks());
        walk(reader.pendingTasks(avs));
        read += reader.countTasks(TaskStatus.PENDING);
    }

    private void changeAndWalk() {
        saveAndDelete();
        producer.await(ticket, Long.MAX_VALUE);
        walk(reader.pendingTasks());
    }

    private void listExpired() {
        read += engine.aggregator().listExpiredTasks(1).size();
    }

    private void requeueExpired() {
        read += engine.aggregator().requeueExpiredLeases(2_000).size();
    }

    private void walk(TaskCursor cursor) {
        while (cursor.next()) {
            read += cursor.deadlineMs() > 0 ? 1 : 0;
        }
    }

    private void save(long number) {
        name(number);
        // Of two chains in turn, whose tasks a walk over the AVS's has to merge.
        draft.id(id).payload(target, 0, 100).deadlineMs(1 + number);
        draft.chainId(1 + (number & 1)).sourceBlockNumber(17);
        ticket = producer.saveTask(draft);
    }

    /** So often that the lane never fills: each write is taken. */
    private void waitNowAndThen() {
        if ((next & 15) == 0) {
            producer.await(ticket, Long.MAX_VALUE);
        }
    }

    private void name(long number) {
        long rest = number;
        for (int i = text.length - 1; i > 4; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        id.set(text, 0, text.length);
    }

    private void open(WriterProbe probe) {
        open(StraitConfig.builder(), probe);
    }

    private void open(StraitConfigBuilder builder, WriterProbe probe) {
        StraitConfig config =
                builder.limits(
                                Limits.builder()
                                        .maxFinishedTasks(FINISHED)
                                        .blockHistoryPerChain(BLOCKS)
                                        .build())
                        .threadFactory(this::engineThread)
                        .build();
        engine = Strait.open(config, TestKeys.STANDARD, probe);
        producer = engine.exclusiveProducer();
        reader = engine.reader();
        id = engine.newId();
        avs = engine.addressHandle(Address.of("0xa1"));
        draft = engine.newTask().avs(avs);
        view = engine.newTaskView();
        chain = engine.chainHandle(CHAIN);
        commit = engine.newCommit();
        name(0);
    }

    private Thread engineThread(Runnable work) {
        Thread thread = new Thread(work, "engine");
        thread.setDaemon(true);
        engineThreads.add(thread);
        return thread;
    }

    private AllocationMeter meter() {
        Thread writer =
                engineThreads.stream()
                        .filter(thread -> thread.getName().endsWith("-writer"))
                        .findFirst()
                        .orElseThrow();
        return new AllocationMeter(List.of(Thread.currentThread(), writer));
    }
}
