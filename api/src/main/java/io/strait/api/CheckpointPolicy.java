package io.strait.api;

import io.strait.api.error.InvalidArgumentException;
import io.strait.api.internal.Require;
import java.time.Duration;
import java.util.Optional;

/**
 * When an engine with a directory writes a checkpoint of itself, and how fast. A checkpoint bounds
 * how much a recovery replays, and lets older files go. Two are kept.
 *
 * @param journalBytes after how many bytes of journal since the last one; 1 or more
 * @param interval after how long since the last one, if anything was written meanwhile; positive,
 *     at most 2^63-1 ns; empty for never
 * @param bytesPerSecond how fast it is written at most, so that the journal has the disk when it
 *     wants it; 1 MiB or more
 */
public record CheckpointPolicy(
        long journalBytes, Optional<Duration> interval, long bytesPerSecond) {
    // Before DEFAULT, which is checked by it.
    private static final long LEAST_BYTES_PER_SECOND = 1L << 20;

    /** After 256 MiB of journal, however long that takes; 64 MiB a second. */
    public static final CheckpointPolicy DEFAULT =
            new CheckpointPolicy(256L << 20, Optional.empty(), 64L << 20);

    /**
     * Checks the parts.
     *
     * @param journalBytes after how many bytes of journal
     * @param interval after how long
     * @param bytesPerSecond how fast it is written at most
     * @throws InvalidArgumentException when a part breaks its rule
     */
    public CheckpointPolicy {
        atLeast("journalBytes", journalBytes, 1);
        Require.notNull("interval", interval);
        interval.ifPresent(value -> Require.positive("interval", value));
        atLeast("bytesPerSecond", bytesPerSecond, LEAST_BYTES_PER_SECOND);
    }

    /**
     * The same after so much journal.
     *
     * @param value bytes
     * @return a new policy
     */
    public CheckpointPolicy afterJournalBytes(long value) {
        return new CheckpointPolicy(value, interval, bytesPerSecond);
    }

    /**
     * The same, and also after so long.
     *
     * @param value how long
     * @return a new policy
     */
    public CheckpointPolicy every(Duration value) {
        return new CheckpointPolicy(
                journalBytes, Optional.of(Require.notNull("interval", value)), bytesPerSecond);
    }

    /**
     * The same as fast as that.
     *
     * @param value bytes a second
     * @return a new policy
     */
    public CheckpointPolicy atBytesPerSecond(long value) {
        return new CheckpointPolicy(journalBytes, interval, value);
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new InvalidArgumentException(name, value, "must be at least " + least);
        }
    }
}
