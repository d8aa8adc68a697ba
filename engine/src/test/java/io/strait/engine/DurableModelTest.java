package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.CheckpointPolicy;
import io.strait.api.Durability;
import io.strait.api.Recovery;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.StorageAccessException;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.Write;
import io.strait.conformance.Views;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.journal.Journal;
import io.strait.engine.journal.SimulatedDisk;
import io.strait.engine.writer.WriterProbe;
import io.strait.model.CommandStream;
import io.strait.model.ModelState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An engine on a disk that loses power, or an operation of which fails, at any moment, also while
 * the engine opens. The next one holds what the model holds after a prefix of all writes, with
 * everything in it that was acknowledged as stored. Seen to fail on these planted bugs: force left
 * out; published and acknowledged before the force; names not forced; recovery in place; a second
 * force after a failed one; outcomes that are not journaled; an image that is given before the
 * journal is forced; segments deleted that the newest checkpoint needs.
 */
class DurableModelTest {
    private static final int SEGMENT_BYTES = 24 << 10;
    private static final int FRAME_BYTES = 4 << 10;
    private static final int UNKNOWN = ResultCode.UNKNOWN.code();
    private static final int STORAGE_FULL = ResultCode.STORAGE_FULL.code();
    private static final int FAILED = ResultCode.FAILED.code();
    private static final CheckpointPolicy CHECKPOINTS =
            CheckpointPolicy.DEFAULT.afterJournalBytes(8 << 10).atBytesPerSecond(1L << 40);
    private static final long STEP_NS = 1_000;
    private static final Durability LATE = Durability.interval(Duration.ofNanos(20 * STEP_NS));

    @Test
    void shouldHoldAPrefixWithAllThatWasAcknowledged() {
        run(0, 5_000);
    }

    @Tag("long")
    @Test
    void shouldHoldAPrefixWithAllThatWasAcknowledgedForLong() {
        run(1_000_000, 1_000_000);
    }

    private static void run(long firstSeed, int crashes) {
        int done = 0;
        long full = 0;
        long fromCheckpoints = 0;
        for (long seed = firstSeed; done < crashes; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Run run = new Run(seed, random);
            int epochs = 1 + random.nextInt(6);
            for (int i = 0; i < epochs; i++, done++) {
                try {
                    run.epoch();
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed=" + seed + " epoch=" + i + ": " + e, e);
                }
            }
            full += run.full;
            fromCheckpoints += run.fromCheckpoints;
        }
        assertTrue(full > crashes / 40, "writes refused for lack of room: " + full);
        assertTrue(fromCheckpoints > crashes / 20, "from checkpoints: " + fromCheckpoints);
    }

    private record Timed(Write<?> write, long timeMs) {
        void applyTo(ModelState model) {
            try {
                model.apply(write, timeMs);
            } catch (RefusedException e) {
                // It is in the order all the same.
            }
        }
    }

    /** An engine through several crashes. */
    private static final class Run {
        private final SimulatedDisk disk = new SimulatedDisk();
        private final SplittableRandom random;
        private final CommandStream stream;

        /** As of what may not be lost. */
        private final ModelState model = new ModelState(CommandStream.tightLimits());

        /** What may be lost, in its order. */
        private final List<Timed> later = new ArrayList<>();

        private final List<Ticket<?>> tickets = new ArrayList<>();
        private final List<Long> handed = new ArrayList<>();
        private Durability durability;
        private long nowNs;
        private Stored stored;
        private long full;
        private long fromCheckpoints;

        Run(long seed, SplittableRandom random) {
            this.random = random;
            stream = new CommandStream(seed);
        }

        void epoch() {
            durability = random.nextBoolean() ? Durability.SYNC : LATE;
            int operations = random.nextInt(random.nextBoolean() ? 40 : 200);
            boolean losesPower = random.nextInt(3) > 0;
            if (losesPower) {
                disk.losePowerAfter(operations, random);
            } else {
                disk.failAfter(operations, random);
            }
            try {
                work();
            } catch (SimulatedDisk.PowerLoss | StorageAccessException e) {
                // While it opened.
            }
            if (losesPower && random.nextInt(4) > 0) {
                disk.restart(random);
            }
            disk.losePowerAfter(Long.MAX_VALUE, random);
            disk.limit(Long.MAX_VALUE);
            check();
        }

        /** Opens it once more, where nothing fails: what is there then stays. */
        private void check() {
            try (DrivenEngine engine = open()) {
                Recovery recovery = engine.parts().recovery.orElseThrow();
                fromCheckpoints += recovery.checkpointPosition() > 0 ? 1 : 0;
                assertEquals(List.of(), recovery.skippedCheckpoints());
                long position = recovery.position();
                long lost = model.position() + later.size() - position;
                assertTrue(lost >= 0, () -> "more than was written: " + -lost);
                assertTrue(
                        position >= model.position(),
                        () -> "acknowledged up to " + model.position() + ", found " + position);
                keep(position);
                Views.assertAgree(model.aggregator(), engine.strait().aggregator());
                Views.assertAgree(model.executor(), engine.strait().executor());
            }
            later.clear();
        }

        private DrivenEngine open() {
            return new DrivenEngine(
                    StraitConfig.builder()
                            .limits(CommandStream.tightLimits())
                            .directory(Path.of("simulated"))
                            .checkpoints(CHECKPOINTS),
                    false,
                    config -> {
                        Journal journal =
                                new Journal(
                                        disk, durability, () -> nowNs, SEGMENT_BYTES, FRAME_BYTES);
                        stored = Stored.open(config, TestKeys.STANDARD, 2, disk, journal);
                        return new EngineParts(
                                config, TestKeys.STANDARD, WriterProbe.NONE, 2, null, stored);
                    });
        }

        private void work() {
            try (DrivenEngine engine = open()) {
                assertEquals(
                        model.position(), engine.parts().recovery.orElseThrow().position(), "open");
                Producer producer = engine.strait().exclusiveProducer();
                DraftWriter drafts = new DraftWriter(engine.strait(), producer, random);
                int batches = random.nextInt(60);
                boolean isWell = true;
                for (int i = 0; i < batches && isWell; i++) {
                    if (random.nextInt(20) == 0) {
                        boolean isFull = random.nextBoolean();
                        disk.limit(isFull ? random.nextInt(6 * SEGMENT_BYTES) : Long.MAX_VALUE);
                    }
                    nowNs += random.nextInt(3) * STEP_NS;
                    submit(engine, drafts);
                    engine.writer().invoke();
                    if (random.nextInt(8) == 0) {
                        stored.checkpointer().work();
                    }
                    isWell = engine.strait().failure().isEmpty();
                    checkOutcomes(producer, isWell);
                }
            }
        }

        private void submit(DrivenEngine engine, DraftWriter drafts) {
            boolean isTyped = random.nextBoolean();
            int count = random.nextInt(6);
            for (int i = 0; i < count; i++) {
                Timed next = new Timed(stream.nextWrite(), stream.nextTimeMs());
                if (isTyped) {
                    tickets.add(engine.submit(next.write, next.timeMs));
                    later.add(next);
                } else if (DraftWriter.takes(next.write) && engine.hasHandle(next.write)) {
                    engine.clock(next.timeMs);
                    long ticket = drafts.write(next.write);
                    assertTrue(ticket >= 0, () -> "ticket=" + ticket);
                    handed.add(ticket);
                    later.add(next);
                }
            }
        }

        /** Whoever was told an outcome is told one that lasts, if it was promised. */
        private void checkOutcomes(Producer producer, boolean isWell) {
            List<Integer> codes = new ArrayList<>();
            tickets.forEach(ticket -> codes.add(ticket.code().code()));
            handed.forEach(ticket -> codes.add(producer.outcome(ticket)));
            tickets.clear();
            handed.clear();
            // It may fail right behind a batch, as it gives an image for a checkpoint.
            boolean isPublished = isWell || !codes.contains(UNKNOWN) && !codes.contains(FAILED);
            int applied = codes.size() - Collections.frequency(codes, FAILED);
            for (int i = codes.size() - 1; i >= 0; i--) {
                boolean isFull = codes.get(i) == STORAGE_FULL;
                boolean isUnknown = codes.get(i) == UNKNOWN;
                assertTrue(
                        isUnknown == (!isPublished && i < applied) || isFull,
                        () -> "told " + codes);
                if (isFull || i >= applied) {
                    // Whoever was told that it failed does not find it.
                    later.remove(later.size() - codes.size() + i);
                    codes.remove(i);
                    full += isFull ? 1 : 0;
                }
            }
            if (isPublished && durability.isSync()) {
                keep(model.position() + later.size());
            }
        }

        private void keep(long position) {
            while (model.position() < position) {
                later.remove(0).applyTo(model);
            }
        }
    }
}
