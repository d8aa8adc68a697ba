package io.strait.api;

import java.util.Optional;

/**
 * What became of an engine's checkpoints since it was opened.
 *
 * @param position the position of the newest one that is stored, also from before; 0 without one
 * @param written how many were written
 * @param failed how many attempts failed; each leaves those before as they were
 * @param lastFailure why the last attempt failed; empty if it did not
 */
public record CheckpointStatus(
        long position, long written, long failed, Optional<Throwable> lastFailure) {
    /** Of an engine that has none. */
    public static final CheckpointStatus NONE = new CheckpointStatus(0, 0, 0, Optional.empty());
}
