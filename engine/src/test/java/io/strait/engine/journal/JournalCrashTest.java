package io.strait.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The power fails again and again, at any moment, also while the journal is being recovered. What
 * is read back is always a prefix of what was taken, with everything in it that was forced, and
 * what was read back once is there for ever. Seen to fail on these planted bugs: force left out;
 * names not forced; recovery without a copy, or with one that is not forced; a full segment that is
 * not forced before the next one begins.
 */
class JournalCrashTest {
    private static final int SEGMENT_BYTES = 24 << 10;
    private static final int FRAME_BYTES = 4 << 10;

    @Test
    void shouldKeepAPrefixWithAllThatWasForced() throws IOException {
        run(0, 5_000);
    }

    @Tag("long")
    @Test
    void shouldKeepAPrefixWithAllThatWasForcedForLong() throws IOException {
        run(1_000_000, 1_000_000);
    }

    private static void run(long firstSeed, long crashes) throws IOException {
        long done = 0;
        for (long seed = firstSeed; done < crashes; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Run run = new Run(seed);
            int epochs = 1 + random.nextInt(6);
            for (int i = 0; i < epochs; i++) {
                try {
                    run.epoch(random);
                } catch (AssertionError | RuntimeException | IOException e) {
                    throw new AssertionError("seed=" + seed + " epoch=" + i + ": " + e, e);
                }
                done++;
            }
        }
    }

    /** A journal through several losses of power. */
    private static final class Run {
        private final SimulatedDisk disk = new SimulatedDisk();
        private CommandSource source;
        private final long seed;

        /** So many commands must be there. */
        private long forced;

        /** So many may be there. */
        private long taken;

        Run(long seed) {
            this.seed = seed;
            source = new CommandSource(seed);
        }

        void epoch(SplittableRandom random) throws IOException {
            disk.losePowerAfter(random.nextInt(random.nextBoolean() ? 40 : 400), random);
            try {
                work(random);
            } catch (SimulatedDisk.PowerLoss e) {
                // Go on with what is left.
            }
            if (random.nextInt(4) > 0) {
                disk.restart(random);
            } else {
                // The process alone has ended: the system shows all that was written.
                disk.losePowerAfter(Long.MAX_VALUE, random);
            }
        }

        private void work(SplittableRandom random) throws IOException {
            Reading reading = new Reading();
            JournalEnd end = new JournalRecovery(disk).recover(JournalEnd.NOTHING, reading);
            assertEquals(end.position(), reading.last, "the end");
            assertTrue(
                    reading.last >= forced,
                    () -> "lost: forced up to " + forced + ", read up to " + reading.last);
            assertTrue(reading.last <= taken, "more than there was");
            forced = reading.last;
            taken = reading.last;
            boolean isSync = random.nextBoolean();
            try (JournalWriter writer =
                    new JournalWriter(
                            new SegmentSupply(disk),
                            end,
                            Limits.DEFAULT,
                            SEGMENT_BYTES,
                            FRAME_BYTES)) {
                int batches = random.nextInt(60);
                for (int i = 0; i < batches; i++) {
                    append(writer, 1 + random.nextInt(6));
                    if (isSync || random.nextInt(8) == 0) {
                        writer.force();
                        forced = taken;
                    } else {
                        writer.write();
                    }
                }
            }
            forced = taken;
        }

        private void append(JournalWriter writer, int count) throws IOException {
            for (int i = 0; i < count; i++) {
                // Before, as it may be written when it is appended.
                taken++;
                source.append(writer, taken);
            }
        }

        /** Compares what is read with what was written. */
        private final class Reading implements Replay {
            private long last;

            @Override
            public void command(JournaledCommand command) {
                long position = command.position();
                assertEquals(last + 1, position, "positions");
                int at = command.wordsAt();
                long[] own = Arrays.copyOfRange(command.words(), at, at + command.wordCount());
                assertEquals(
                        source.at(position),
                        new CommandSource.Command(
                                position,
                                command.opcode(),
                                command.argument(),
                                command.timeMs(),
                                command.outcome(),
                                own));
                last = position;
            }
        }
    }
}
