package io.strait.api;

import java.time.Duration;
import java.util.List;

/**
 * What an engine found in its directory when it was opened.
 *
 * @param checkpointPosition the position of the checkpoint that it began with; 0 without one
 * @param skippedCheckpoints why newer checkpoints were not used, the newest first; usually empty
 * @param replayedCount how many writes were replayed from the journal
 * @param tornBytes how many bytes of writes that a crash had interrupted were cut off; none of them
 *     was acknowledged as being on stable storage
 * @param position the position of the last write that is there; 0 when the directory was empty
 * @param duration how long it took
 */
public record Recovery(
        long checkpointPosition,
        List<String> skippedCheckpoints,
        long replayedCount,
        long tornBytes,
        long position,
        Duration duration) {
    /**
     * Copies the list.
     *
     * @param checkpointPosition the position of the checkpoint that it began with
     * @param skippedCheckpoints why newer checkpoints were not used
     * @param replayedCount how many writes were replayed
     * @param tornBytes how many bytes were cut off
     * @param position the position of the last write that is there
     * @param duration how long it took
     */
    public Recovery {
        skippedCheckpoints = List.copyOf(skippedCheckpoints);
    }
}
