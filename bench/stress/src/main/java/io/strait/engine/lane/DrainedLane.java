package io.strait.engine.lane;

/** A lane, and the writer's side of it: who counts what comes. */
final class DrainedLane {
    final SharedLane lane = new SharedLane(2, () -> {});
    private final LanePoller poller = lane.pollerTo(command -> count());
    private int count;

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
        count = 0;
        poller.poll();
        return count;
    }

    private boolean count() {
        count++;
        return true;
    }
}
