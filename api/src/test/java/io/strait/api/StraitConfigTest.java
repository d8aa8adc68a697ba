package io.strait.api;

import static io.strait.api.ArgumentDurations.assertDurationRule;
import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraitConfigTest {
    private static final Path DIRECTORY = Path.of("state");
    private static final int MAX_CAPACITY = 1 << 24;

    @Test
    void shouldHaveTheDocumentedDefaults() {
        StraitConfig config = config().build();
        assertEquals("strait", config.name());
        assertSame(Limits.DEFAULT, config.limits());
        assertEquals(4_096, config.laneCapacity());
        assertEquals(256, config.maxBatch());
        assertEquals(WaitPreset.BALANCED, config.waitPreset());
        assertSame(WriteOptions.DEFAULT, config.writeOptions());
        assertEquals(Duration.ofSeconds(10), config.closeTimeout());
        assertEquals(Optional.empty(), config.changeListener());
        assertEquals(4_096, config.changeBufferCapacity());
    }

    @Test
    void shouldTellSystemTimeByDefault() {
        long beforeMs = System.currentTimeMillis();
        long toldMs = config().build().clock().millis();
        assertTrue(beforeMs <= toldMs && toldMs <= System.currentTimeMillis());
    }

    @Test
    void shouldMakeDaemonThreadsByDefault() {
        Thread thread = config().build().threadFactory().newThread(() -> {});
        assertTrue(thread.isDaemon());
        assertFalse(thread.isAlive());
    }

    @Test
    void shouldPassEachPartToItsPlace() {
        Limits limits = Limits.builder().maxTasks(1).build();
        WriteOptions options = WriteOptions.DEFAULT.withTimeout(Duration.ofMillis(1));
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        ThreadFactory threads = Thread::new;
        ChangeListener listener = change -> {};
        StraitConfig config =
                config().name("n")
                        .limits(limits)
                        .laneCapacity(8)
                        .maxBatch(3)
                        .maxExclusiveProducers(5)
                        .waitPreset(WaitPreset.LOWEST_CPU)
                        .writeOptions(options)
                        .closeTimeout(Duration.ofMillis(2))
                        .clock(clock)
                        .threadFactory(threads)
                        .changeListener(listener)
                        .changeBufferCapacity(16)
                        .directory(DIRECTORY)
                        .durability(Durability.interval(Duration.ofMillis(10)))
                        .checkpoints(CheckpointPolicy.DEFAULT.every(Duration.ofMinutes(1)))
                        .build();
        assertEquals(
                new StraitConfig(
                        "n",
                        limits,
                        8,
                        3,
                        5,
                        WaitPreset.LOWEST_CPU,
                        options,
                        Duration.ofMillis(2),
                        clock,
                        threads,
                        Optional.of(listener),
                        16,
                        Optional.of(DIRECTORY),
                        Durability.interval(Duration.ofMillis(10)),
                        CheckpointPolicy.DEFAULT.every(Duration.ofMinutes(1))),
                config);
    }

    @Test
    void shouldRejectBadParts() {
        assertIdRule("name", v -> config().name(v).build());
        assertDurationRule("closeTimeout", v -> config().closeTimeout(v).build());
        assertNotNullRule("limits", (Limits v) -> config().limits(v).build());
        assertNotNullRule("waitPreset", (WaitPreset v) -> config().waitPreset(v).build());
        assertNotNullRule("writeOptions", (WriteOptions v) -> config().writeOptions(v).build());
        assertNotNullRule("clock", (InstantSource v) -> config().clock(v).build());
        assertNotNullRule("threadFactory", (ThreadFactory v) -> config().threadFactory(v).build());
    }

    @Test
    void shouldRejectDurabilityWithoutADirectory() {
        assertRefused(
                "durability=" + Durability.SYNC + " needs a directory",
                () -> config().durability(Durability.SYNC).build());
        Durability late = Durability.interval(Duration.ofMillis(1));
        assertRefused(
                "durability=" + late + " needs a directory",
                () -> config().durability(late).build());
    }

    @Test
    void shouldRejectCheckpointsWithoutADirectory() {
        assertRefused(
                "checkpoints=" + CheckpointPolicy.DEFAULT + " needs a directory",
                () -> config().checkpoints(CheckpointPolicy.DEFAULT).build());
        assertRefused(
                "journalBytes=0 must be at least 1",
                () -> CheckpointPolicy.DEFAULT.afterJournalBytes(0));
        assertRefused(
                "bytesPerSecond=1048575 must be at least 1048576",
                () -> CheckpointPolicy.DEFAULT.atBytesPerSecond((1 << 20) - 1));
        assertDurationRule("interval", CheckpointPolicy.DEFAULT::every);
    }

    @Test
    void shouldRejectIntervalsOutOfRange() {
        assertDurationRule("interval", Durability::interval);
    }

    @Test
    void shouldRejectNullListenerAtOnce() {
        assertNotNullRule("changeListener", (ChangeListener v) -> config().changeListener(v));
    }

    @Test
    void shouldRejectNullInPlaceOfNoListener() {
        StraitConfig valid = config().build();
        assertNotNullRule(
                "changeListener",
                (Optional<ChangeListener> v) ->
                        new StraitConfig(
                                valid.name(),
                                valid.limits(),
                                valid.laneCapacity(),
                                valid.maxBatch(),
                                valid.maxExclusiveProducers(),
                                valid.waitPreset(),
                                valid.writeOptions(),
                                valid.closeTimeout(),
                                valid.clock(),
                                valid.threadFactory(),
                                v,
                                valid.changeBufferCapacity(),
                                valid.directory(),
                                valid.durability(),
                                valid.checkpoints()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -2, 0, 1, MAX_CAPACITY + 1, Integer.MAX_VALUE})
    void shouldRejectCapacitiesOutOfRange(int capacity) {
        String rule = "=" + capacity + " must lie between 2 and 16777216";
        assertRefused(
                "laneCapacity" + rule, () -> config().laneCapacity(capacity).maxBatch(1).build());
        assertRefused(
                "changeBufferCapacity" + rule,
                () -> config().changeBufferCapacity(capacity).build());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 1_000, MAX_CAPACITY - 1})
    void shouldRejectCapacitiesThatAreNoPowerOfTwo(int capacity) {
        String rule = "=" + capacity + " must be a power of two";
        assertRefused(
                "laneCapacity" + rule, () -> config().laneCapacity(capacity).maxBatch(1).build());
        assertRefused(
                "changeBufferCapacity" + rule,
                () -> config().changeBufferCapacity(capacity).build());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, MAX_CAPACITY})
    void shouldTakePowersOfTwo(int capacity) {
        assertDoesNotThrow(
                () ->
                        config().laneCapacity(capacity)
                                .maxBatch(capacity)
                                .changeBufferCapacity(capacity)
                                .build());
    }

    @Test
    void shouldRejectBatchLargerThanTheLane() {
        assertRefused(
                "maxBatch=9 must lie between 1 and 8",
                () -> config().laneCapacity(8).maxBatch(9).build());
        assertRefused("maxBatch=0 must lie between 1 and 4096", () -> config().maxBatch(0).build());
    }

    private static StraitConfigBuilder config() {
        return StraitConfig.builder();
    }
}
