package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.BackPressure;
import io.strait.api.CheckpointStatus;
import io.strait.api.Durability;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.Ticket;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.error.ResultCode;
import io.strait.api.error.StorageAccessException;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.journal.Journal;
import io.strait.engine.writer.WriterProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine with a directory and its own threads, and segments so short that each few writes need
 * the next one. Seen to fail when the maker makes one segment and no more, when a writer does not
 * take over from a maker that has ended, when an interval's end forces nothing, or nothing wakes
 * the writer for it, when closing under an interrupt stores nothing, and when a checkpoint that
 * failed counts as the newest.
 */
class DurableThreadsTest {
    private static final int SEGMENT_BYTES = 16 << 10;
    private static final int FRAME_BYTES = 4 << 10;
    private static final int WRITES = 1_000;
    private static final Address AVS = Address.of("0xab");
    private static final WriteOptions PATIENT =
            new WriteOptions(Duration.ofSeconds(30), BackPressure.WAIT);

    @TempDir private Path directory;
    private final List<Thread> threads = new ArrayList<>();
    private SlowDisk disk;

    @BeforeEach
    void setUp() {
        disk = new SlowDisk(directory);
    }

    @Test
    void shouldFillOneSegmentAfterTheOther() {
        try (Strait engine = open(config())) {
            saveAll(engine);
        }
        requireAll();
    }

    @Test
    void shouldWaitForASlowMaker() {
        disk.createMs = 20;
        try (Strait engine = open(config())) {
            saveAll(engine);
        }
        requireAll();
    }

    @Test
    void shouldGoOnWhenTheMakerIsInterruptedOrHasEnded() throws InterruptedException {
        disk.createMs = 2;
        try (Strait engine = open(config())) {
            Thread maker = thread("-journal");
            Thread interrupter =
                    new Thread(
                            () -> {
                                while (maker.isAlive()) {
                                    maker.interrupt();
                                    Thread.yield();
                                }
                            });
            interrupter.start();
            saveAll(engine);
            assertTrue(engine.failure().isEmpty(), () -> "failed: " + engine.failure());
            interrupter.join();
        }
        requireAll();
    }

    /** The writer sleeps by then, and nobody calls. */
    @Test
    void shouldForceWhenAnIntervalIsOver() throws InterruptedException {
        Durability late = Durability.interval(Duration.ofMillis(20));
        StraitConfigBuilder config = config().durability(late).waitPreset(WaitPreset.LOWEST_CPU);
        try (Strait engine = open(config)) {
            engine.aggregator().with(PATIENT).saveTask(Task.builder("t0", AVS).build());
            Thread.sleep(2_000);
            for (int i = 1; i <= 5; i++) {
                engine.aggregator().with(PATIENT).saveTask(Task.builder("t" + i, AVS).build());
                int forces = disk.forces.get();
                long untilNs = System.nanoTime() + 5_000_000_000L;
                while (disk.forces.get() == forces && System.nanoTime() < untilNs) {
                    Thread.sleep(1);
                }
                assertTrue(disk.forces.get() > forces, "forces: " + forces);
            }
        }
    }

    @Test
    void shouldStoreAllWhenTheWritersThreadIsInterrupted() throws InterruptedException {
        Durability late = Durability.interval(Duration.ofHours(1));
        try (Strait engine = open(config().durability(late))) {
            engine.aggregator().with(PATIENT).saveTask(Task.builder("t0", AVS).build());
            Thread writer = thread("-writer");
            writer.interrupt();
            writer.join(10_000);
            assertTrue(engine.failure().isPresent());
        }
        try (Strait engine = open(config())) {
            assertEquals(1, engine.recovery().orElseThrow().position());
        }
    }

    /** What was acknowledged may be lost then: that is not to be missed. */
    @Test
    void shouldTellWhenClosingCannotStoreWhatWasAcknowledged() {
        Durability late = Durability.interval(Duration.ofHours(1));
        Strait engine = open(config().durability(late));
        engine.aggregator().with(PATIENT).saveTask(Task.builder("t0", AVS).build());
        disk.failsForce = true;
        StorageAccessException e = assertThrows(StorageAccessException.class, engine::close);
        assertTrue(e.getMessage().contains("directory=" + directory + ":"), e::getMessage);
        engine.close();
        disk.failsForce = false;
        open(config()).close();
    }

    @Test
    void shouldTryAgainWhenACheckpointCouldNotBeWritten() {
        try (Strait engine = open(config())) {
            saveAll(engine);
            disk.failsCheckpoint = true;
            StorageAccessException e =
                    assertThrows(
                            StorageAccessException.class,
                            () -> engine.checkpoint(PATIENT.timeout()));
            assertTrue(e.getMessage().contains("directory=" + directory + ":"), e::getMessage);
            assertEquals("planted", e.getCause().getCause().getMessage());
            assertEquals(1, engine.checkpointStatus().failed());
            disk.failsCheckpoint = false;
            assertEquals(OptionalLong.of(WRITES), engine.checkpoint(PATIENT.timeout()));
            assertEquals(
                    new CheckpointStatus(WRITES, 1, 1, Optional.empty()),
                    engine.checkpointStatus());
        }
    }

    private StraitConfigBuilder config() {
        return StraitConfig.builder()
                .directory(directory)
                .writeOptions(PATIENT)
                .threadFactory(this::newThread);
    }

    private Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    private Thread thread(String suffix) {
        return threads.stream()
                .filter(thread -> thread.getName().endsWith(suffix))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Strait open(StraitConfigBuilder builder) {
        StraitConfig config = builder.build();
        Journal journal =
                new Journal(
                        disk, config.durability(), System::nanoTime, SEGMENT_BYTES, FRAME_BYTES);
        EngineParts parts =
                new EngineParts(
                        config,
                        TestKeys.STANDARD,
                        WriterProbe.NONE,
                        2,
                        null,
                        Stored.open(config, TestKeys.STANDARD, 2, disk, journal));
        EngineThreads.start(parts);
        return new Strait(parts);
    }

    private static void saveAll(Strait engine) {
        List<Ticket<?>> tickets = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            Task task = Task.builder("t" + i, AVS).payload(new byte[100]).build();
            tickets.add(engine.submit(new SaveTask(task), PATIENT));
        }
        tickets.forEach(Ticket::await);
        tickets.forEach(ticket -> assertEquals(ResultCode.OK, ticket.code()));
    }

    private void requireAll() {
        try (Strait engine = open(config())) {
            assertEquals(WRITES, engine.recovery().orElseThrow().replayedCount());
            assertEquals(WRITES, engine.aggregator().listPendingTasks().size());
        }
    }
}
