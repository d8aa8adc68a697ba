package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.CheckpointPolicy;
import io.strait.api.CheckpointStatus;
import io.strait.api.Durability;
import io.strait.api.Limits;
import io.strait.api.Recovery;
import io.strait.api.StraitConfig;
import io.strait.api.StraitConfigBuilder;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.DirectoryInUseException;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.LimitTooLowException;
import io.strait.api.error.RefusedException;
import io.strait.api.error.StorageAccessException;
import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.WriteInterruptedException;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import io.strait.model.CommandStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine with a directory, through the API. */
class DurableEngineTest {
    private static final Address AVS = Address.of("0xab");
    private static final Chain CHAIN = Chain.of(AVS, 1);

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int CALLERS = 4;
    private static final int INTERRUPTS = 200;

    @TempDir private Path directory;

    private StraitConfigBuilder config() {
        return StraitConfig.builder().directory(directory.resolve("a/b"));
    }

    @Test
    void shouldKeepItsStateOverRestarts() {
        CommandStream stream = new CommandStream(1);
        long hash = 0;
        long position = 0;
        for (int i = 0; i < 3; i++) {
            try (Strait engine = open(config().limits(CommandStream.tightLimits()))) {
                Recovery recovery = engine.recovery().orElseThrow();
                assertEquals(position, recovery.position());
                assertEquals(position, recovery.replayedCount());
                assertEquals(0, recovery.tornBytes());
                assertEquals(position, engine.snapshot().position());
                if (i > 0) {
                    assertEquals(hash, hash(engine));
                }
                for (int k = 0; k < 300; k++) {
                    try {
                        engine.submit(stream.nextWrite()).await();
                    } catch (RefusedException e) {
                        // Stored all the same.
                    }
                }
                hash = hash(engine);
                position = engine.counters().position();
            }
        }
        assertEquals(900, position);
    }

    @Test
    void shouldStoreWhatProducersWrite() {
        try (Strait engine = open(config())) {
            Producer producer = engine.exclusiveProducer();
            long ticket = -1;
            for (int i = 1; i <= 1_000; i++) {
                ticket = producer.setLastProcessedBlock(engine.chainHandle(CHAIN), i);
            }
            assertEquals(0, producer.await(ticket, 10_000_000_000L));
        }
        try (Strait engine = open(config())) {
            assertEquals(1_000, engine.aggregator().getLastProcessedBlock(CHAIN));
            assertEquals(1_000, engine.recovery().orElseThrow().position());
        }
    }

    @Test
    void shouldStoreAllWhenClosedWithinAnInterval() {
        try (Strait engine = open(config().durability(Durability.interval(Duration.ofHours(1))))) {
            engine.aggregator().saveTask(Task.builder("t", AVS).build());
        }
        try (Strait engine = open(config())) {
            assertEquals(
                    TaskStatus.PENDING,
                    engine.aggregator().getTaskRecord("t").orElseThrow().status());
        }
    }

    /** Or whoever opens the directory again would die of it again. */
    @Test
    void shouldNotStoreTheWriteThatTheWriterDiedOf() {
        boolean[] isPlanted = new boolean[1];
        StraitConfigBuilder late = config().durability(Durability.interval(Duration.ofHours(1)));
        try (Strait engine =
                Strait.open(
                        late.build(),
                        TestKeys.STANDARD,
                        step -> {
                            if (isPlanted[0] && step == WriterStep.AFTER_APPLY) {
                                throw new IllegalStateException("planted");
                            }
                        })) {
            engine.aggregator().saveTask(Task.builder("before", AVS).build());
            isPlanted[0] = true;
            EngineFailedException e =
                    assertThrows(
                            EngineFailedException.class,
                            () ->
                                    engine.aggregator()
                                            .saveTask(Task.builder("planted", AVS).build()));
            assertEquals("planted", e.getCause().getMessage());
            assertThrows(
                    EngineFailedException.class,
                    () -> engine.aggregator().saveTask(Task.builder("after", AVS).build()));
        }
        try (Strait engine = open(config())) {
            assertEquals(1, engine.recovery().orElseThrow().position());
            assertTrue(engine.aggregator().getTask("before").isPresent());
        }
    }

    /** Whose threads never touch a file. */
    @Test
    void shouldGoOnWhenCallersAreInterruptedWhileTheyWait() throws InterruptedException {
        int[] interrupted = new int[CALLERS];
        try (Strait engine = open(config())) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                callers.add(new Thread(() -> interrupted[caller] = beInterrupted(engine, caller)));
            }
            callers.forEach(Thread::start);
            while (callers.stream().anyMatch(Thread::isAlive)) {
                callers.forEach(Thread::interrupt);
                Thread.sleep(1);
            }
            engine.aggregator().setLastProcessedBlock(CHAIN, 1);
            assertTrue(engine.failure().isEmpty());
        }
        assertTrue(Arrays.stream(interrupted).sum() >= INTERRUPTS, Arrays.toString(interrupted));
        try (Strait engine = open(config())) {
            assertEquals(1, engine.aggregator().getLastProcessedBlock(CHAIN));
        }
    }

    private static int beInterrupted(Strait engine, int caller) {
        int interrupted = 0;
        for (int i = 0; interrupted < INTERRUPTS / CALLERS; i++) {
            try {
                engine.aggregator().saveTask(Task.builder(caller + "-" + i, AVS).build());
            } catch (WriteInterruptedException e) {
                interrupted++;
                Thread.interrupted();
            }
        }
        return interrupted;
    }

    @Test
    void shouldRefuseASecondEngineOnItsDirectory() {
        try (Strait engine = open(config())) {
            DirectoryInUseException e =
                    assertThrows(DirectoryInUseException.class, () -> open(config()));
            assertEquals(directory.resolve("a/b").toString(), e.directory());
            assertThrows(DirectoryInUseException.class, () -> open(config()));
            engine.aggregator().setLastProcessedBlock(CHAIN, 1);
        }
        open(config()).close();
    }

    @Test
    void shouldTellWhatIsWrongWithItsDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        StorageAccessException e =
                assertThrows(
                        StorageAccessException.class,
                        () -> open(StraitConfig.builder().directory(file)));
        assertTrue(e.getMessage().contains(file.toString()), e::getMessage);

        try (Strait engine = open(config())) {
            engine.aggregator().setLastProcessedBlock(CHAIN, 1);
        }
        try (Stream<Path> files = Files.list(directory.resolve("a/b"))) {
            for (Path segment : files.filter(f -> f.toString().endsWith(".segment")).toList()) {
                byte[] bytes = Files.readAllBytes(segment);
                bytes[9]++;
                Files.write(segment, bytes);
            }
        }
        StorageDamagedException damaged =
                assertThrows(StorageDamagedException.class, () -> open(config()));
        assertTrue(damaged.file().endsWith(".segment"));
        // And the lock was given back.
        assertThrows(StorageDamagedException.class, () -> open(config()));
    }

    @Test
    void shouldHaveNothingToTellWithoutADirectory() {
        try (Strait engine = open(StraitConfig.builder())) {
            assertFalse(engine.recovery().isPresent());
        }
    }

    @Test
    void shouldGoOnFromACheckpoint() {
        long position;
        try (Strait engine = open(config())) {
            assertEquals(OptionalLong.of(0), engine.checkpoint(LONG));
            save(engine, 0, 100);
            position = engine.checkpoint(LONG).orElseThrow();
            assertEquals(100, position);
            assertEquals(OptionalLong.of(100), engine.checkpoint(LONG), "nothing new");
            save(engine, 100, 110);
            CheckpointStatus status = engine.checkpointStatus();
            assertEquals(new CheckpointStatus(100, 1, 0, Optional.empty()), status);
        }
        try (Strait engine = open(config())) {
            Recovery recovery = engine.recovery().orElseThrow();
            assertEquals(100, recovery.checkpointPosition());
            assertEquals(10, recovery.replayedCount());
            assertEquals(110, recovery.position());
            assertEquals(110, engine.aggregator().listPendingTasks().size());
            assertEquals(100, engine.checkpointStatus().position());
        }
    }

    @Test
    void shouldLetGoWhatTwoCheckpointsDoNotNeed() throws IOException {
        for (int i = 0; i < 4; i++) {
            try (Strait engine = open(config())) {
                save(engine, 10 * i, 10 * i + 10);
                engine.checkpoint(LONG);
            }
        }
        try (Stream<Path> files = Files.list(directory.resolve("a/b"))) {
            assertEquals(
                    List.of(
                            "checkpoint-000000000030.state",
                            "checkpoint-000000000040.state",
                            "journal-000000000003.segment",
                            "journal-000000000004.segment",
                            "lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        open(config()).close();
    }

    @Test
    void shouldTakeTheCheckpointBeforeADamagedOne() throws IOException {
        try (Strait engine = open(config())) {
            save(engine, 0, 10);
            engine.checkpoint(LONG);
        }
        try (Strait engine = open(config())) {
            save(engine, 10, 15);
        }
        try (Strait engine = open(config())) {
            save(engine, 15, 20);
            engine.checkpoint(LONG);
        }
        Path newest = directory.resolve("a/b/checkpoint-000000000020.state");
        byte[] bytes = Files.readAllBytes(newest);
        bytes[600]++;
        Files.write(newest, bytes);
        try (Strait engine = open(config())) {
            Recovery recovery = engine.recovery().orElseThrow();
            assertEquals(10, recovery.checkpointPosition());
            assertEquals(1, recovery.skippedCheckpoints().size());
            assertEquals(20, engine.aggregator().listPendingTasks().size());
        }
    }

    @Test
    void shouldWriteCheckpointsAsTheJournalGrows() throws InterruptedException {
        assertWritesCheckpoints(CheckpointPolicy.DEFAULT.afterJournalBytes(2_000));
    }

    @Test
    void shouldWriteCheckpointsAsTimePasses() throws InterruptedException {
        assertWritesCheckpoints(CheckpointPolicy.DEFAULT.every(Duration.ofMillis(20)));
    }

    private void assertWritesCheckpoints(CheckpointPolicy policy) throws InterruptedException {
        try (Strait engine = open(config().checkpoints(policy))) {
            long untilNs = System.nanoTime() + LONG.toNanos();
            for (int i = 0; engine.checkpointStatus().written() < 5; i++) {
                assertTrue(System.nanoTime() < untilNs, () -> "" + engine.checkpointStatus());
                save(engine, i, i + 1);
                Thread.sleep(1);
            }
            assertEquals(Optional.empty(), engine.checkpointStatus().lastFailure());
        }
        open(config()).close();
    }

    @Test
    void shouldTakeOtherLimitsUnlessTheyAreTooLow() {
        Limits few = Limits.builder().maxTasks(20).build();
        Limits many = Limits.builder().maxTasks(30).build();
        try (Strait engine = open(config().limits(few))) {
            save(engine, 0, 20);
            assertThrows(CapacityExceededException.class, () -> save(engine, 20, 21));
        }
        try (Strait engine = open(config().limits(many))) {
            save(engine, 20, 30);
            assertThrows(CapacityExceededException.class, () -> save(engine, 30, 31));
        }
        LimitTooLowException e =
                assertThrows(LimitTooLowException.class, () -> open(config().limits(few)));
        assertTrue(e.getMessage().contains("maxTasks=20"), e::getMessage);
        try (Strait engine = open(config().limits(many))) {
            assertEquals(30, engine.aggregator().listPendingTasks().size());
            assertEquals(32, engine.recovery().orElseThrow().replayedCount());
            engine.aggregator().deleteTask("t0");
        }
        try (Strait engine = open(config().limits(Limits.builder().maxTasks(29).build()))) {
            assertEquals(29, engine.aggregator().listPendingTasks().size());
        }
    }

    private static void save(Strait engine, int from, int to) {
        for (int i = from; i < to; i++) {
            engine.aggregator().saveTask(Task.builder("t" + i, AVS).build());
        }
    }

    private static Strait open(StraitConfigBuilder config) {
        return Strait.open(config.build());
    }

    private static long hash(Strait engine) {
        return StateHash.of(engine.aggregator(), engine.executor());
    }
}
