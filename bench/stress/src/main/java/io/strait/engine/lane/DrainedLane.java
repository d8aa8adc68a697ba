package io.strait.engine.lane;

/** A lane, and the writer's side of it, which counts what comes. */
final class DrainedLane {
    final SharedLane lane = new SharedLane(2, () -> {});

    /** Takes commands until the lane says that there will be no more; how many there were. */
    int drain() {
        int total = 0;
        while (!lane.isDrained()) {
            total += poll();
        }
        return total;
    }

    /** How many commands there are right now. */
    int poll() {
        return lane.drainTo((command, write, completion) -> {}, lane.capacity());
    }
}
