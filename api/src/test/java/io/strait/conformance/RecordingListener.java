package io.strait.conformance;

import io.strait.api.Change;
import io.strait.api.ChangeListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told. */
class RecordingListener implements ChangeListener {
    private final List<Change> changes = new ArrayList<>();
    private long lost;

    @Override
    public synchronized void onChange(Change change) {
        changes.add(change);
    }

    @Override
    public synchronized void onLost(long lostCount) {
        lost += lostCount;
    }

    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    synchronized long lost() {
        return lost;
    }

    /** Waits until so many changes were told or lost, and returns those that were told. */
    List<Change> awaitCount(int count) throws InterruptedException {
        Concurrently.until(
                () -> changes().size() + lost() >= count, count + " changes were told or lost");
        return changes();
    }
}
