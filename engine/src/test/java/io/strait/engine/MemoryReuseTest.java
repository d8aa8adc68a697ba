package io.strait.engine;

import io.strait.api.Snapshot;
import io.strait.engine.bytes.TestKeys;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reads of every kind, live and of snapshots that are held, while the writer uses memory again at
 * once, or soon, or after the usual quarantine: each is what the state was at a position between
 * the read's beginning and its end. Seen to fail when the death of a cell that is used again is
 * stored before its birth, with a pause in between.
 */
class MemoryReuseTest {
    private static final long NS = Long.getLong("strait.reuse.ms", 600) * 1_000_000;
    private static final int HELD = 6;

    /** So many ids are asked for, and each list so often. */
    private static final int STEPS_CHECKED = 6;

    private Churner churner;
    private Strait strait;

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 3", "1, -1", "256, -1"})
    void shouldReadWhatTheStateWas(int quarantine, long keyMask) {
        try (Churner opened = new Churner(TestKeys.masked(keyMask), quarantine)) {
            churner = opened;
            strait = opened.strait();
            long endNs = System.nanoTime() + NS;
            List<Caller<Void>> readers =
                    List.of(
                            Caller.start(() -> readObjectsUntil(endNs)),
                            Caller.start(() -> readBytesUntil(endNs)));
            while (System.nanoTime() < endNs && readers.stream().allMatch(Caller::isRunning)) {
                LockSupport.parkNanos(1_000_000);
            }
            readers.forEach(Caller::assertReturned);
        }
    }

    private void readObjectsUntil(long endNs) {
        ChurnReads live = new ChurnReads(strait.aggregator(), strait.executor(), churner::position);
        Snapshot[] held = new Snapshot[HELD];
        for (int i = 0; System.nanoTime() < endNs; i++) {
            live.readOne(i);
            if (i % 256 == 0) {
                int slot = i / 256 % HELD;
                // The one that goes was held while the others were taken.
                check(held[slot]);
                held[slot] = strait.snapshot();
                check(held[slot]);
            }
        }
        for (Snapshot each : held) {
            check(each);
        }
    }

    private static void check(Snapshot snapshot) {
        if (snapshot != null) {
            ChurnReads reads =
                    new ChurnReads(snapshot.aggregator(), snapshot.executor(), snapshot::position);
            for (int i = 0; i < ChurnReads.KINDS * STEPS_CHECKED; i++) {
                reads.readOne(i);
            }
        }
    }

    private void readBytesUntil(long endNs) {
        ChurnByBytes reads = new ChurnByBytes(strait, churner::position);
        for (int i = 0; System.nanoTime() < endNs; i++) {
            reads.readOne(i);
        }
    }
}
