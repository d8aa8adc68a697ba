package io.strait.api;

import io.strait.api.internal.Require;
import java.time.Duration;

/**
 * When a write is on stable storage, in an engine that has a directory.
 *
 * @param interval the longest time for which a write that was acknowledged may not be there yet;
 *     zero when it is there before it is published and acknowledged; at most 2^63-1 ns
 */
public record Durability(Duration interval) {
    /**
     * A write is published and acknowledged after it is on stable storage. One synchronisation
     * serves all who wait. A crash loses nothing that was acknowledged.
     */
    public static final Durability SYNC = new Durability(Duration.ZERO);

    /**
     * Checks the part.
     *
     * @param interval the longest time for which a write may not be on stable storage
     * @throws io.strait.api.error.InvalidArgumentException when it is null, negative or too long
     */
    public Durability {
        Require.notNull("interval", interval);
        if (!interval.isZero()) {
            Require.positive("interval", interval);
        }
    }

    /**
     * A write is acknowledged at once, and on stable storage after so long at most, and the time
     * that the synchronisation takes, as long as the disk keeps up. A crash of the process or of
     * the machine may lose the writes of the last interval; what is left is a prefix of the order
     * of all writes.
     *
     * @param interval positive, at most 2^63-1 ns
     * @return the choice
     */
    public static Durability interval(Duration interval) {
        return new Durability(Require.positive("interval", interval));
    }

    /**
     * Whether nothing is acknowledged before it is on stable storage.
     *
     * @return whether it is {@link #SYNC}
     */
    public boolean isSync() {
        return interval.isZero();
    }
}
