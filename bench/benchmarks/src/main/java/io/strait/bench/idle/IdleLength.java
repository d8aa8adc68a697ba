package io.strait.bench.idle;

import java.util.List;

/**
 * For how long the presets are measured.
 *
 * @param warmUps how many writes of each way come first, unmeasured and without pauses
 * @param idleMs for how long nobody calls, milliseconds
 * @param counts how many writes come after each of the {@link #PAUSES_MS}
 */
record IdleLength(int warmUps, long idleMs, List<Integer> counts) {
    static final List<Integer> PAUSES_MS = List.of(1, 10, 100);

    static final IdleLength STANDARD = new IdleLength(50_000, 5_000, List.of(2_000, 500, 100));
}
