package io.strait.conformance;

import io.strait.api.Change;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Checks that positions rise by one, but for the changes that it is told were lost in between. Does
 * not return from its first change before it is released.
 */
final class GapCheckingListener extends RecordingListener {
    private final CountDownLatch release;
    private final AtomicReference<String> fault = new AtomicReference<>();
    private long expected = 1;

    GapCheckingListener(CountDownLatch release) {
        this.release = release;
    }

    @Override
    public void onChange(Change change) {
        Concurrently.awaitQuietly(release);
        if (change.position() != expected) {
            fault.compareAndSet(null, "expected " + expected + " but was told " + change);
        }
        expected = change.position() + 1;
        super.onChange(change);
    }

    @Override
    public void onLost(long lostCount) {
        if (lostCount < 1) {
            fault.compareAndSet(null, "lostCount=" + lostCount);
        }
        expected += lostCount;
        super.onLost(lostCount);
    }

    Optional<String> fault() {
        return Optional.ofNullable(fault.get());
    }
}
