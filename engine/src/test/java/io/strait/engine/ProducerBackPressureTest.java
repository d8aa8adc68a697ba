package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.ResultCode;
import io.strait.api.error.WrongThreadException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.TaskDraft;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * When long writes find no room, what became of each kind of write, and how waits end. Seen to fail
 * when padding is not counted in the room that a write needs, when room is waited for as if for a
 * block update, when a begun task's standing gets lost, when a lane is handed on with what its last
 * producer waited for, and when a lap is counted in writes.
 */
@Timeout(60)
class ProducerBackPressureTest {
    private static final int LANE_CAPACITY = 32;
    private static final int SLOTS = 2 * LANE_CAPACITY;

    /** A begun task, or a deleted one: header, time, the length of the id, and the id. */
    private static final int SHORT = 4;

    private static final int BACK_PRESSURE = ResultCode.BACK_PRESSURE.code();
    private static final Address AVS = Address.of("0xab");
    private static final Chain CHAIN = Chain.of(AVS, 1);
    private static final byte[] BYTES = new byte[256];

    /** A task begun; in another lane the same, and three times a result of 100 bytes. */
    private static final int FULL_DEPTH = SHORT + SHORT + 3 * slotsOf(100);

    private static final long LONG_NS = TimeUnit.SECONDS.toNanos(30);

    private final DrivenEngine driven =
            new DrivenEngine(
                    StraitConfig.builder()
                            .laneCapacity(LANE_CAPACITY)
                            .maxBatch(1)
                            .limits(
                                    Limits.builder()
                                            .maxTasks(2)
                                            .maxProcessedTasks(1)
                                            .maxPerformers(1)
                                            .maxOperatorSetConfigs(1)
                                            .build()),
                    TestKeys.STANDARD);
    private final Strait engine = driven.strait();
    private final Producer producer = engine.exclusiveProducer();
    private final ChainHandle chain = engine.chainHandle(CHAIN);
    private final AddressHandle avs = engine.addressHandle(AVS);
    private final PackedId id = engine.newId();

    @AfterEach
    void close() {
        producer.close();
        driven.close();
    }

    /** A result of so many bytes: as a short one, then the length, and the bytes. */
    private static int slotsOf(int resultLength) {
        return SHORT + 1 + (resultLength + 7) / 8;
    }

    private long finish(int resultLength) {
        return producer.finishTask(id.set("t"), BYTES, 0, resultLength);
    }

    @Test
    void shouldTakeLongWritesUntilTheyDoNotFit() {
        int slots = slotsOf(72);
        for (int i = 1; i <= SLOTS / slots; i++) {
            assertEquals(i * slots - 1, finish(72));
        }
        assertEquals(SLOTS % slots, 8);
        // The rest is too short, and its padding counts too.
        assertEquals(BACK_PRESSURE, finish(72));
        assertNoRoom();
        // What is shorter still fits: five slots, and three times one.
        assertEquals(SLOTS - 4, finish(0));
        assertEquals(BACK_PRESSURE, producer.deleteTask(id));
        for (int i = 3; i > 0; i--) {
            assertEquals(SLOTS - i, producer.setLastProcessedBlock(chain, 4 - i));
        }
        assertEquals(BACK_PRESSURE, producer.setLastProcessedBlock(chain, 4));
    }

    @Test
    void shouldNeedRoomForThePaddingToo() {
        int slots = slotsOf(96);
        for (int i = 0; i < SLOTS - (slots - 1); i++) {
            producer.setLastProcessedBlock(chain, i);
        }
        // The slots that are left before the end of the ring are not enough by one.
        for (int applied = 0; applied < slots; applied++) {
            assertEquals(BACK_PRESSURE, finish(96), "with " + applied + " applied");
            assertNoRoom();
            driven.runWriter();
        }
        assertEquals(0, producer.awaitRoom(0));
        assertEquals(SLOTS + slots - 1, finish(96));
        assertEquals(BACK_PRESSURE, producer.setLastProcessedBlock(chain, 99));
        driven.runWriter();
        assertEquals(0, producer.awaitRoom(0));
    }

    @Test
    void shouldWaitForTheWriteThatWasRefusedLast() {
        int half = 208;
        assertEquals(SLOTS / 2 - 1, slotsOf(half));
        finish(half);
        finish(half);
        assertEquals(BACK_PRESSURE, producer.deleteTask(id.set("t")));
        assertNoRoom();
        // Two slots are left: enough for a block, but that is not what was refused last.
        assertTrue(producer.setLastProcessedBlock(chain, 1) >= 0);
        assertNoRoom();
        driven.runWriter();
        assertEquals(0, producer.awaitRoom(0));
        assertTrue(producer.deleteTask(id) >= 0);
    }

    /** The next producer in a lane does not wait for what the last one had no room for. */
    @Test
    void shouldForgetWhatTheLastProducerOfTheLaneWaitedFor() {
        finish(192);
        finish(192);
        assertEquals(BACK_PRESSURE, finish(192));
        producer.close();
        for (int i = 0; i < 4; i++) {
            driven.runWriter();
        }
        try (Producer next = engine.exclusiveProducer()) {
            for (int i = 0; i < SLOTS; i++) {
                assertTrue(next.setLastProcessedBlock(chain, i) >= 0);
            }
            driven.runWriter();
            assertEquals(0, next.awaitRoom(0));
        }
    }

    @Test
    void shouldTellWhatBecameOfEachWrite() {
        TaskDraft task = engine.newTask().id(id.set("t")).avs(avs).chainId(1).sourceBlockNumber(5);
        assertOutcome(ResultCode.OK, producer.saveTask(task));
        assertOutcome(ResultCode.ALREADY_EXISTS, producer.saveTask(task));
        assertOutcome(
                ResultCode.INVALID_TRANSITION, producer.updateTaskStatus(id, TaskStatus.COMPLETED));
        assertOutcome(ResultCode.OK, producer.updateTaskStatus(id, TaskStatus.PROCESSING));
        assertOutcome(
                ResultCode.NOT_FOUND,
                producer.updateTaskStatus(id.set("none"), TaskStatus.PROCESSING));
        assertOutcome(ResultCode.NOT_FOUND, producer.deleteTask(id));
        CommitDraft commit = commit("0xb5", "0xb4").addTask(task);
        assertOutcome(ResultCode.TASK_EXISTS, producer.commitBlock(commit));
        assertOutcome(ResultCode.OK, producer.deleteTask(id.set("t")));
        assertOutcome(ResultCode.OK, producer.commitBlock(commit));
        assertOutcome(ResultCode.ALREADY_EXISTS, producer.commitBlock(commit));
        assertOutcome(ResultCode.BLOCK_ORDER, producer.commitBlock(commit("0xf5", "0xb4")));
        assertOutcome(
                ResultCode.PARENT_MISMATCH,
                producer.commitBlock(commit("0xf6", "0xf5").block(chain, 6)));
        assertOutcome(ResultCode.BLOCK_ORDER, producer.setLastProcessedBlock(chain, 4));
        assertOutcome(ResultCode.OK, producer.saveTask(task.id(id.set("u"))));
        assertOutcome(ResultCode.CAPACITY_EXCEEDED, producer.saveTask(task.id(id.set("v"))));
        assertEquals(10, engine.counters().refused());
    }

    @Test
    void shouldTellWhatBecameOfEachWriteOfTheExecutor() {
        id.set("t");
        assertOutcome(ResultCode.NOT_FOUND, producer.finishTask(id, BYTES, 0, 4));
        assertOutcome(ResultCode.OK, producer.beginTask(id));
        assertOutcome(Producer.ALREADY_RUNNING, producer.beginTask(id));
        assertOutcome(ResultCode.CAPACITY_EXCEEDED, producer.beginTask(id.set("u")));
        assertOutcome(ResultCode.OK, producer.finishTask(id.set("t"), BYTES, 0, 4));
        assertOutcome(ResultCode.ALREADY_EXISTS, producer.finishTask(id, BYTES, 0, 4));
        assertOutcome(Producer.ALREADY_DONE, producer.beginTask(id));
        var performer = engine.newPerformer().id(id).avs(avs);
        assertOutcome(ResultCode.OK, producer.savePerformer(performer));
        performer.id(id.set("u"));
        assertOutcome(ResultCode.CAPACITY_EXCEEDED, producer.savePerformer(performer));
        assertEquals(4, engine.counters().refused());
    }

    @Test
    void shouldForgetOutcomesAfterALapOfSlots() {
        id.set("t");
        long first = producer.beginTask(id);
        driven.runWriter();
        long last = first;
        while (last < first + SLOTS - SHORT) {
            assertEquals(0, producer.outcome(first));
            last = producer.beginTask(id);
            driven.runWriter();
            assertEquals(Producer.ALREADY_RUNNING, producer.outcome(last));
        }
        producer.beginTask(id);
        assertEquals(Producer.FORGOTTEN, producer.outcome(first));
        assertEquals(Producer.FORGOTTEN, producer.await(first, 0));
        assertEquals(0, producer.position(first));
    }

    @ParameterizedTest
    @EnumSource
    void shouldReleaseWhoeverWaitsWhenTheEngineEnds(Ending ending) throws Exception {
        ScriptedProbe probe = new ScriptedProbe();
        Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
        if (ending == Ending.FAILED) {
            probe.fail(WriterStep.AFTER_APPLY, new IllegalStateException("planted"));
        }
        StraitConfig config =
                StraitConfig.builder()
                        .laneCapacity(LANE_CAPACITY)
                        .closeTimeout(Duration.ofMillis(50))
                        .build();
        try (Strait stalled = Strait.open(config, TestKeys.STANDARD, probe)) {
            Caller<Integer> outcome = Caller.compute(() -> wait(stalled, true));
            Caller<Integer> room = Caller.compute(() -> wait(stalled, false));
            stall.awaitArrived();
            // Both have handed in what they wait for.
            Trials.await("full lane", () -> stalled.counters().depth() == FULL_DEPTH);
            if (ending == Ending.FAILED) {
                stall.end();
            } else {
                Caller.start(stalled::close).assertReturned();
            }
            int expected = ResultCode.valueOf(ending.name()).code();
            assertEquals(expected, outcome.value());
            assertEquals(expected, room.value());
            stall.end();
        }
    }

    /** Waits for an outcome, or for room, longer than the test lasts. */
    private static int wait(Strait engine, boolean forOutcome) {
        Producer producer = engine.sharedProducer();
        PackedId mine = engine.newId().set("t");
        long ticket = producer.beginTask(mine);
        if (forOutcome) {
            return producer.await(ticket, LONG_NS);
        }
        while (producer.finishTask(mine, BYTES, 0, 100) >= 0) {
            // until the lane is full
        }
        return producer.awaitRoom(LONG_NS);
    }

    /** How an engine ends; the names are those of the codes. */
    enum Ending {
        CLOSED,
        FAILED
    }

    private CommitDraft commit(String hash, String parentHash) {
        byte[] own = hash.getBytes(StandardCharsets.UTF_8);
        byte[] parent = parentHash.getBytes(StandardCharsets.UTF_8);
        return engine.newCommit()
                .block(chain, 5)
                .hash(own, 0, own.length)
                .parentHash(parent, 0, parent.length);
    }

    /** Whoever drives the writer by hand is the writer, and may not wait for room. */
    private void assertNoRoom() {
        assertThrows(WrongThreadException.class, () -> producer.awaitRoom(0));
    }

    private void assertOutcome(ResultCode expected, long ticket) {
        assertOutcome(expected.code(), ticket);
    }

    private void assertOutcome(int expected, long ticket) {
        long position = engine.counters().position();
        assertEquals(Producer.PENDING, producer.outcome(ticket));
        driven.runWriter();
        assertEquals(expected, producer.outcome(ticket));
        assertEquals(position + 1, producer.position(ticket));
    }
}
