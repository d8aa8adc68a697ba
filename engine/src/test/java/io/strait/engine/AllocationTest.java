package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.engine.image.Keys;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

/**
 * Block updates and reads by key allocate nothing, on producer, writer and reader threads: not one
 * byte, in {@value #OPERATIONS} operations of each kind. The last three tests plant an allocation,
 * and see that the same meter reports it.
 */
@Tag("isolated")
class AllocationTest {
    private static final int OPERATIONS = AllocationMeter.OPERATIONS;
    private static final int SMALLEST_OBJECT_BYTES = 16;
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
        assertArrayEquals(new long[] {OPERATIONS * SMALLEST_OBJECT_BYTES, 0}, bytes);
    }

    @Test
    void shouldCatchAnAllocationOnTheWriterThread() {
        open(WaitPreset.BALANCED, AllocationTest::allocateOnWriterThread);
        long[] bytes = meter().bytesOf(this::setLastProcessedBlock);
        assertArrayEquals(new long[] {0, OPERATIONS * SMALLEST_OBJECT_BYTES}, bytes);
    }

    @Test
    void shouldCatchAnAllocationOnAReaderThread() {
        open(WaitPreset.BALANCED, WriterProbe.NONE);
        // A list is made anew by each call; a read by key is not.
        Runnable operation = () -> KeyedRead.object = engine.aggregator().listChains();
        long[] bytes = meter().bytesOf(operation);
        assertTrue(bytes[0] >= OPERATIONS * SMALLEST_OBJECT_BYTES, () -> bytes[0] + " bytes");
        assertEquals(0, bytes[1]);
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

    private static void allocateOnWriterThread(WriterStep step) {
        if (step == WriterStep.AFTER_APPLY) {
            KeyedRead.object = new Object();
        }
    }

    private void open(WaitPreset preset, WriterProbe probe) {
        StraitConfig config =
                StraitConfig.builder()
                        .name("allocation")
                        .waitPreset(preset)
                        .threadFactory(this::newThread)
                        .build();
        engine = Strait.open(config, Keys.STANDARD, probe);
        FilledStore.fill(engine);
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
