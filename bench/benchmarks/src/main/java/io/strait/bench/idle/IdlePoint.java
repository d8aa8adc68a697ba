package io.strait.bench.idle;

import java.util.List;

/**
 * What a wait preset costs and gives.
 *
 * @param preset its name
 * @param idleSeconds for how long the engine was idle
 * @param corePercent how much of a core its threads took meanwhile, per cent
 * @param wakeUps how long writes took that came after pauses
 */
public record IdlePoint(String preset, int idleSeconds, double corePercent, List<WakeUp> wakeUps) {
    /** Copies the list. */
    public IdlePoint {
        wakeUps = List.copyOf(wakeUps);
    }
}
