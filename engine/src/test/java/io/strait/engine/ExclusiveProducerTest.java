package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.Change;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.WrongThreadException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An exclusive producer, on a writer that is driven by hand wherever that will do. Seen to fail
 * when a closed producer's lane is free only once the writer was idle, when it is not taken from a
 * thread that has ended, when one that was closed late takes it from the next one, and when another
 * thread's close hands it back at once.
 */
@Timeout(30)
class ExclusiveProducerTest {
    private static final Chain CHAIN = Chain.of("0xab", 1);
    private static final int LANE_CAPACITY = 4;
    private static final int SLOTS = 2 * LANE_CAPACITY;
    private static final int MAX_PRODUCERS = 2;

    private final DrivenEngine driven =
            new DrivenEngine(
                    StraitConfig.builder()
                            .laneCapacity(LANE_CAPACITY)
                            .maxExclusiveProducers(MAX_PRODUCERS),
                    TestKeys.STANDARD);
    private final Strait engine = driven.strait();
    private final ChainHandle chain = engine.chainHandle(CHAIN);

    @AfterEach
    void close() {
        driven.close();
    }

    @Test
    void shouldApplyInOrderAndTellTheOutcomeOfEach() {
        try (Producer producer = engine.exclusiveProducer()) {
            long first = producer.setLastProcessedBlock(chain, 7);
            long refused = producer.setLastProcessedBlock(chain, 5);
            long unchanged = producer.setLastProcessedBlock(chain, 7);
            assertEquals(Producer.PENDING, producer.outcome(first));
            assertEquals(0, producer.position(first));
            driven.runWriter();
            assertEquals(0, producer.outcome(first));
            assertEquals(ResultCode.BLOCK_ORDER.code(), producer.outcome(refused));
            assertEquals(0, producer.outcome(unchanged));
            assertEquals(1, producer.position(first));
            assertEquals(2, producer.position(refused));
            assertEquals(3, producer.position(unchanged));
            assertEquals(7, engine.aggregator().getLastProcessedBlock(CHAIN));
            assertEquals(7, engine.reader().getLastProcessedBlock(chain));
            assertEquals(1, engine.counters().refused());
        }
    }

    @Test
    void shouldTellTheChangeListener() {
        try (Producer producer = engine.exclusiveProducer()) {
            producer.setLastProcessedBlock(chain, 7);
            producer.setLastProcessedBlock(chain, 6);
            driven.runWriter();
        }
        List<Change> changes = driven.takeChanges();
        assertEquals(1, changes.size());
        assertEquals(new SetLastProcessedBlock(CHAIN, 7), changes.get(0).write());
        assertEquals(1, changes.get(0).position());
    }

    @Test
    void shouldTellWhenTheLaneIsFullAndWhenThereIsRoomAgain() {
        try (Producer producer = engine.exclusiveProducer()) {
            for (int i = 0; i < SLOTS; i++) {
                assertTrue(producer.setLastProcessedBlock(chain, i) >= 0);
            }
            assertEquals(
                    ResultCode.BACK_PRESSURE.code(), producer.setLastProcessedBlock(chain, 100));
            driven.runWriter();
            assertEquals(0, producer.awaitRoom(0));
            driven.runWriter();
            assertEquals(SLOTS - 1, engine.aggregator().getLastProcessedBlock(CHAIN));
        }
    }

    @Test
    void shouldForgetOutcomesWhenTheirPlacesAreTaken() {
        try (Producer producer = engine.exclusiveProducer()) {
            long first = producer.setLastProcessedBlock(chain, 0);
            long second = producer.setLastProcessedBlock(chain, 1);
            driven.runWriter();
            for (int i = 2; i <= SLOTS; i++) {
                producer.setLastProcessedBlock(chain, i);
            }
            assertEquals(Producer.FORGOTTEN, producer.outcome(first));
            assertEquals(0, producer.position(first));
            assertEquals(0, producer.outcome(second));
        }
    }

    @Test
    void shouldRefuseMisuse() {
        try (Producer producer = engine.exclusiveProducer();
                DrivenEngine other = new DrivenEngine(Limits.DEFAULT, TestKeys.STANDARD)) {
            ChainHandle foreign = other.strait().chainHandle(CHAIN);
            assertMisuse("chain=null", () -> producer.setLastProcessedBlock(null, 1));
            assertMisuse("chain=" + CHAIN, () -> producer.setLastProcessedBlock(foreign, 1));
            assertMisuse("blockNumber=-1", () -> producer.setLastProcessedBlock(chain, -1));
            assertMisuse("ticket=-1", () -> producer.outcome(-1));
            assertMisuse("ticket=0", () -> producer.outcome(0));
            assertMisuse("ticket=5", () -> producer.position(5));
            assertMisuse("timeoutNs=-1", () -> producer.awaitRoom(-1));
            long ticket = producer.setLastProcessedBlock(chain, 1);
            assertMisuse("timeoutNs=-1", () -> producer.await(ticket, -1));
            assertMisuse("chain=null", () -> engine.chainHandle(null));
            assertMisuse("chain=null", () -> engine.reader().getLastProcessedBlock(null));
            assertMisuse("chain=" + CHAIN, () -> engine.reader().getLastProcessedBlock(foreign));
        }
    }

    @Test
    void shouldCatchASecondThread() throws InterruptedException {
        try (Producer producer = engine.exclusiveProducer()) {
            assertCaught(() -> producer.setLastProcessedBlock(chain, 1));
            assertCaught(() -> producer.awaitRoom(0));
        }
    }

    @Test
    void shouldHandLanesBack() {
        List<Producer> producers = new ArrayList<>();
        for (int i = 0; i < MAX_PRODUCERS; i++) {
            producers.add(engine.exclusiveProducer());
        }
        assertThrows(CapacityExceededException.class, engine::exclusiveProducer);
        long last = producers.get(0).setLastProcessedBlock(chain, 3);
        producers.get(0).close();
        producers.get(0).close();
        assertEquals(ResultCode.CLOSED.code(), producers.get(0).setLastProcessedBlock(chain, 4));
        assertEquals(ResultCode.CLOSED.code(), producers.get(0).awaitRoom(0));
        // At once, and what was in the lane is applied first.
        try (Producer next = engine.exclusiveProducer()) {
            assertThrows(CapacityExceededException.class, engine::exclusiveProducer);
            long ticket = next.setLastProcessedBlock(chain, 5);
            long behind = next.setLastProcessedBlock(chain, 4);
            assertEquals(Producer.PENDING, producers.get(0).outcome(last));
            driven.runWriter();
            assertEquals(0, producers.get(0).outcome(last));
            assertEquals(1, producers.get(0).position(last));
            assertEquals(0, next.outcome(ticket));
            assertEquals(ResultCode.BLOCK_ORDER.code(), next.outcome(behind));
            assertEquals(5, engine.aggregator().getLastProcessedBlock(CHAIN));
            producers.get(0).close();
            assertThrows(CapacityExceededException.class, engine::exclusiveProducer);
        }
        producers.get(1).close();
    }

    /** The lane is full of the last producer's: that is back-pressure, and not for long. */
    @Test
    void shouldPushBackWhileTheLaneIsTheLastProducersStill() {
        List<Producer> producers = new ArrayList<>();
        for (int i = 0; i < MAX_PRODUCERS; i++) {
            producers.add(engine.exclusiveProducer());
        }
        long last = -1;
        for (int i = 0; i < SLOTS; i++) {
            last = producers.get(0).setLastProcessedBlock(chain, i);
        }
        producers.get(0).close();
        try (Producer next = engine.exclusiveProducer()) {
            assertEquals(ResultCode.BACK_PRESSURE.code(), next.setLastProcessedBlock(chain, 99));
            while (engine.counters().depth() > 0) {
                driven.runWriter();
            }
            assertEquals(0, producers.get(0).outcome(last));
            assertEquals(0, next.awaitRoom(0));
            assertTrue(next.setLastProcessedBlock(chain, 99) >= 0);
            driven.runWriter();
            assertEquals(99, engine.aggregator().getLastProcessedBlock(CHAIN));
        }
        producers.get(1).close();
    }

    /** Nor does a thread that dies, before it closes its producer, keep the lane for good. */
    @Test
    void shouldTakeBackLanesOfThreadsThatHaveEnded() {
        List<Producer> left = new ArrayList<>();
        for (int i = 0; i < 10 * MAX_PRODUCERS; i++) {
            long number = i;
            Caller.start(
                            () -> {
                                Producer producer = engine.exclusiveProducer();
                                left.add(producer);
                                assertTrue(producer.setLastProcessedBlock(chain, number) >= 0);
                            })
                    .assertReturned();
            driven.runWriter();
        }
        assertEquals(10 * MAX_PRODUCERS, engine.counters().position());
        assertEquals(0, engine.counters().refused());
        // Closed too late, they take the lane from nobody.
        try (Producer first = engine.exclusiveProducer();
                Producer second = engine.exclusiveProducer()) {
            left.forEach(Producer::close);
            assertThrows(CapacityExceededException.class, engine::exclusiveProducer);
            assertTrue(first.setLastProcessedBlock(chain, 1_000) >= 0);
            assertTrue(second.setLastProcessedBlock(chain, 1_001) >= 0);
        }
    }

    /** Its own thread may be in the middle of a write: it hands the lane back, with its next. */
    @Test
    void shouldBeClosedByAnotherThread() {
        try (Producer other = engine.exclusiveProducer()) {
            Producer producer = engine.exclusiveProducer();
            assertTrue(producer.setLastProcessedBlock(chain, 1) >= 0);
            Caller.start(producer::close).assertReturned();
            assertThrows(CapacityExceededException.class, engine::exclusiveProducer);
            assertEquals(ResultCode.CLOSED.code(), producer.setLastProcessedBlock(chain, 2));
            assertTrue(other.setLastProcessedBlock(chain, 3) >= 0);
            engine.exclusiveProducer().close();
            driven.runWriter();
            assertEquals(3, engine.aggregator().getLastProcessedBlock(CHAIN));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldOpenOneProducerAfterTheOther(WaitPreset preset) {
        StraitConfig config =
                StraitConfig.builder().maxExclusiveProducers(1).waitPreset(preset).build();
        try (Strait one = Strait.open(config)) {
            ChainHandle handle = one.chainHandle(CHAIN);
            for (int i = 0; i < 300; i++) {
                try (Producer producer = one.exclusiveProducer()) {
                    long ticket = producer.setLastProcessedBlock(handle, i);
                    assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
                }
            }
            assertEquals(299, one.aggregator().getLastProcessedBlock(CHAIN));
        }
    }

    /** Threads take the one lane in turns, and none waits for what it wrote. */
    @Test
    void shouldApplyInOrderWhatProducersLeaveBehind() {
        StraitConfig config =
                StraitConfig.builder().laneCapacity(8).maxExclusiveProducers(1).build();
        try (Strait one = Strait.open(config)) {
            ChainHandle handle = one.chainHandle(CHAIN);
            for (int i = 0; i < 300; i++) {
                long from = i * 5L;
                Caller.start(
                                () -> {
                                    try (Producer producer = one.exclusiveProducer()) {
                                        for (long block = from; block < from + 5; block++) {
                                            while (producer.setLastProcessedBlock(handle, block)
                                                    < 0) {
                                                producer.awaitRoom(Long.MAX_VALUE);
                                            }
                                        }
                                    }
                                })
                        .assertReturned();
            }
            one.barrier();
            Trials.await("all applied", () -> one.counters().position() == 1_500);
            assertEquals(0, one.counters().refused());
            assertEquals(1_499, one.aggregator().getLastProcessedBlock(CHAIN));
        }
    }

    @Test
    void shouldGiveOneHandleToAChainAndNoMoreThanThereMayBeChains() {
        Limits limits = Limits.builder().maxChains(1).build();
        try (DrivenEngine small = new DrivenEngine(limits, TestKeys.STANDARD)) {
            ChainHandle handle = small.strait().chainHandle(CHAIN);
            assertEquals(handle, small.strait().chainHandle(Chain.of("0xAB", 1)));
            assertEquals(CHAIN, handle.chain());
            assertThrows(
                    CapacityExceededException.class,
                    () -> small.strait().chainHandle(Chain.of("0xab", 2)));
            assertEquals(
                    AggregatorView.NO_BLOCK, small.strait().reader().getLastProcessedBlock(handle));
        }
    }

    @Test
    void shouldApplyWhatWasHandedOverBeforeTheClose() {
        Strait closing = Strait.open(StraitConfig.builder().build());
        ChainHandle handle = closing.chainHandle(CHAIN);
        Producer producer = closing.exclusiveProducer();
        long ticket = -1;
        for (int i = 0; i < 1_000; i++) {
            ticket = producer.setLastProcessedBlock(handle, i);
        }
        closing.close();
        assertEquals(0, producer.outcome(ticket));
        assertEquals(1_000, producer.position(ticket));
        assertEquals(ResultCode.CLOSED.code(), producer.setLastProcessedBlock(handle, 2_000));
        assertEquals(ResultCode.CLOSED.code(), producer.awaitRoom(Long.MAX_VALUE));
        producer.close();
        assertThrows(EngineClosedException.class, closing::exclusiveProducer);
        assertThrows(EngineClosedException.class, closing::sharedProducer);
        assertThrows(
                EngineClosedException.class, () -> closing.reader().getLastProcessedBlock(handle));
    }

    @Test
    void shouldTellOfTheWritersFailure() {
        ScriptedProbe probe = new ScriptedProbe();
        probe.fail(WriterStep.AFTER_APPLY, new IllegalStateException("planted"));
        try (Strait failing =
                Strait.open(StraitConfig.builder().build(), TestKeys.STANDARD, probe)) {
            ChainHandle handle = failing.chainHandle(CHAIN);
            Producer producer = failing.exclusiveProducer();
            long ticket = producer.setLastProcessedBlock(handle, 1);
            assertEquals(ResultCode.FAILED.code(), producer.await(ticket, Long.MAX_VALUE));
            assertEquals(0, producer.position(ticket));
            assertEquals(ResultCode.FAILED.code(), producer.setLastProcessedBlock(handle, 2));
            assertEquals(ResultCode.FAILED.code(), producer.awaitRoom(Long.MAX_VALUE));
            producer.close();
        }
    }

    @Test
    void shouldEndWaitsInTimeAndOnInterrupt() {
        ScriptedProbe probe = new ScriptedProbe();
        Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
        StraitConfig config = StraitConfig.builder().laneCapacity(4).build();
        try (Strait stalled = Strait.open(config, TestKeys.STANDARD, probe);
                Producer producer = stalled.exclusiveProducer()) {
            ChainHandle handle = stalled.chainHandle(CHAIN);
            long ticket = 0;
            for (int i = 1; i <= 2 * config.laneCapacity(); i++) {
                ticket = producer.setLastProcessedBlock(handle, i);
            }
            assertEquals(ResultCode.TIMED_OUT.code(), producer.await(ticket, 0));
            assertEquals(ResultCode.TIMED_OUT.code(), producer.await(ticket, 1_000_000));
            assertEquals(ResultCode.TIMED_OUT.code(), producer.awaitRoom(0));
            assertEquals(ResultCode.TIMED_OUT.code(), producer.awaitRoom(1_000_000));
            Thread.currentThread().interrupt();
            assertEquals(ResultCode.INTERRUPTED.code(), producer.await(ticket, Long.MAX_VALUE));
            assertEquals(ResultCode.INTERRUPTED.code(), producer.awaitRoom(Long.MAX_VALUE));
            assertTrue(Thread.interrupted());
            stall.end();
            assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
            assertEquals(0, producer.awaitRoom(Long.MAX_VALUE));
        }
    }

    /** Wherever its ring ends. */
    @Test
    void shouldTakeAnyBlockNumberInTheSmallestLane() {
        StraitConfig config = StraitConfig.builder().laneCapacity(2).build();
        try (Strait small = Strait.open(config);
                Producer producer = small.exclusiveProducer()) {
            ChainHandle handle = small.chainHandle(CHAIN);
            for (long number = 1; number <= 20; number++) {
                long written = number % 3 == 0 ? 1L << 44 | number : number;
                long ticket = producer.setLastProcessedBlock(handle, written);
                assertTrue(ticket >= 0, () -> "refused with " + ticket);
                assertTrue(producer.await(ticket, Long.MAX_VALUE) <= 0);
            }
        }
    }

    @Test
    void shouldRefuseToWaitOnTheWriterThread() {
        try (Producer producer = engine.exclusiveProducer()) {
            long ticket = producer.setLastProcessedBlock(chain, 1);
            // Whoever drives the writer by hand is the writer.
            assertThrows(WrongThreadException.class, () -> producer.await(ticket, 1));
        }
    }

    private static void assertMisuse(String named, Runnable call) {
        InvalidArgumentException thrown = assertThrows(InvalidArgumentException.class, call::run);
        assertTrue(thrown.getMessage().startsWith(named), thrown::getMessage);
    }

    private static void assertCaught(Runnable call) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread second = new Thread(call);
        second.setUncaughtExceptionHandler((thread, failure) -> thrown.set(failure));
        second.start();
        second.join();
        assertEquals(AssertionError.class, thrown.get().getClass());
    }
}
