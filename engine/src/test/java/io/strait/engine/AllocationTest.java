package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.ChangeListener;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Block updates and reads by key allocate nothing, on producer, writer and reader threads: not one
 * byte, in {@value #OPERATIONS} operations of each kind. Three tests plant an allocation, and see
 * that the same meter reports it. Seen to fail with a writer that makes one object per write.
 */
@Tag("isolated")
class AllocationTest {
    private static final int OPERATIONS = AllocationMeter.OPERATIONS;
    private static final int SMALLEST_OBJECT_BYTES = 16;
    private static final long SLOW_NS = 1_000_000;
    private static final Chain CHAIN = FilledStore.chain(0);
    private static final Chain BUSY_CHAIN = FilledStore.chain(1);

    private final List<Thread> engineThreads = new ArrayList<>();
    private Strait engine;
    private long number = 1_000;
    private int turn;

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingWhenTheLastProcessedBlockIsSet(WaitPreset preset) {
        open(preset, WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::setLastProcessedBlock));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingInAnExclusiveProducer(WaitPreset preset) {
        open(preset, WriterProbe.NONE);
        try (Producer producer = engine.exclusiveProducer()) {
            assertAllocatesNothing(producer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingInTheSharedProducer(WaitPreset preset) {
        open(preset, WriterProbe.NONE);
        assertAllocatesNothing(engine.sharedProducer());
    }

    /** Some updates are refused, and some are waited for. */
    private void assertAllocatesNothing(Producer producer) {
        ChainHandle chain = engine.chainHandle(CHAIN);
        Reader reader = engine.reader();
        Runnable operation =
                () -> {
                    long ticket = producer.setLastProcessedBlock(chain, number++);
                    long refused = producer.setLastProcessedBlock(chain, 1);
                    while (ticket < 0 || refused < 0) {
                        producer.awaitRoom(Long.MAX_VALUE);
                        ticket = producer.setLastProcessedBlock(chain, number++);
                        refused = producer.setLastProcessedBlock(chain, 1);
                    }
                    if ((number & 7) == 0) {
                        producer.await(refused, Long.MAX_VALUE);
                        producer.outcome(ticket);
                        reader.getLastProcessedBlock(chain);
                    }
                };
        assertArrayEquals(new long[2], meter().bytesOf(operation));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAllocateNothingWhileSnapshotsAreHeld(WaitPreset preset) {
        open(preset, WriterProbe.NONE);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            setLastProcessedBlock();
            snapshots.add(engine.snapshot());
        }
        assertArrayEquals(new long[2], meter().bytesOf(this::setLastProcessedBlock));
        for (int i = 0; i < snapshots.size(); i++) {
            AggregatorView held = snapshots.get(i).aggregator();
            assertEquals(1_000 + i, held.getLastProcessedBlock(CHAIN));
        }
    }

    @Test
    void shouldAllocateNothingOnTheWriterThreadWhenThereIsAChangeListener() {
        ChangeListener slow = change -> LockSupport.parkNanos(SLOW_NS);
        StraitConfigBuilder config = config(WaitPreset.BALANCED).changeListener(slow);
        engine = Strait.open(config.changeBufferCapacity(64).build());
        engineThreads.removeIf(thread -> thread.getName().endsWith("listener"));
        assertArrayEquals(new long[2], meter().bytesOf(this::setLastProcessedBlock));
        assertTrue(engine.counters().changesLost() > 0);
    }

    @Test
    void shouldAllocateNothingWhenReadingTheLiveStoreByKey() {
        open(WaitPreset.BALANCED, WriterProbe.NONE);
        assertReadsAllocateNothing(engine.aggregator(), engine.executor());
    }

    @Test
    void shouldAllocateNothingWhenReadingASnapshotByKey() {
        open(WaitPreset.BALANCED, WriterProbe.NONE);
        Snapshot snapshot = engine.snapshot();
        assertReadsAllocateNothing(snapshot.aggregator(), snapshot.executor());
    }

    @Test
    void shouldCatchAnAllocationOnTheProducerThread() {
        open(WaitPreset.BALANCED, WriterProbe.NONE);
        long[] bytes =
                meter().bytesOf(
                                () -> {
                                    KeyedRead.object = new Object();
                                    setLastProcessedBlock();
                                });
        assertPlantedIn(bytes[0]);
    }

    @Test
    void shouldCatchAnAllocationOnTheWriterThread() {
        open(WaitPreset.BALANCED, AllocationTest::allocateOnWriterThread);
        long[] bytes = meter().bytesOf(this::setLastProcessedBlock);
        assertPlantedIn(bytes[1]);
    }

    @Test
    void shouldCatchAnAllocationOnAReaderThread() {
        open(WaitPreset.BALANCED, WriterProbe.NONE);
        // A list of blocks is made anew by each call; a read by key is not.
        Runnable operation =
                () -> KeyedRead.object = engine.aggregator().listBlocks(FilledStore.chain(1));
        assertPlantedIn(meter().bytesOf(operation)[0]);
    }

    /** Reads while a producer writes; measures all three threads. */
    private void assertReadsAllocateNothing(AggregatorView aggregator, ExecutorView executor) {
        try (BusyProducer producer = new BusyProducer(engine, BUSY_CHAIN)) {
            producer.warmUp();
            AllocationMeter meter = meter(producer.thread());
            for (KeyedRead read : KeyedRead.values()) {
                long[] bytes = meter.bytesOf(() -> read.read(aggregator, executor, turn++));
                assertArrayEquals(new long[3], bytes, () -> "reading " + read);
            }
        }
    }

    private static void assertPlantedIn(long bytes) {
        assertTrue(bytes >= OPERATIONS * SMALLEST_OBJECT_BYTES, () -> bytes + " bytes");
    }

    private static void allocateOnWriterThread(WriterStep step) {
        if (step == WriterStep.AFTER_APPLY) {
            KeyedRead.object = new Object();
        }
    }

    private void open(WaitPreset preset, WriterProbe probe) {
        engine = Strait.open(config(preset).build(), TestKeys.STANDARD, probe);
        FilledStore.fill(engine);
    }

    private StraitConfigBuilder config(WaitPreset preset) {
        return StraitConfig.builder()
                .name("allocation")
                .waitPreset(preset)
                .threadFactory(this::newThread);
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        engineThreads.add(thread);
        return thread;
    }

    /** Measures the calling thread, the writer, and the given ones. */
    private AllocationMeter meter(Thread... others) {
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.currentThread());
        threads.addAll(engineThreads);
        threads.addAll(List.of(others));
        return new AllocationMeter(threads);
    }

    private void setLastProcessedBlock() {
        engine.aggregator().setLastProcessedBlock(CHAIN, number++);
    }
}
