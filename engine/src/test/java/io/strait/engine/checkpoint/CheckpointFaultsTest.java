package io.strait.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.engine.checkpoint.Checkpoints.Restored;
import io.strait.engine.journal.SimulatedDisk;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The disk fails, or the power does, at each moment of an attempt to write a checkpoint: the one
 * before stays, and one that {@link Checkpoints#write} has returned is there for ever. Seen to fail
 * when the last force, or that of the names, is left out; when the file has its name before it is
 * forced; when a force that failed is tried again; when what an attempt has left is not deleted;
 * and when names that a crash of the process has left are not forced before they are relied on.
 */
class CheckpointFaultsTest {
    private static final int SEEDS = 12;

    private final FilledStates filled = FilledStates.tasks(40, 60_000);
    private SimulatedDisk disk;
    private OperationLog log;
    private Checkpoints checkpoints;
    private CheckpointEnd older;
    private long olderPosition;
    private CheckpointEnd newer;

    @BeforeEach
    void writeTheOlderOne() throws IOException {
        begin();
        newer = filled.write(new Checkpoints(new SimulatedDisk()));
    }

    private void begin() throws IOException {
        disk = new SimulatedDisk();
        log = new OperationLog(disk);
        checkpoints = new Checkpoints(log);
        FilledStates before = FilledStates.tasks(3, 60_000);
        older = before.write(checkpoints);
        olderPosition = before.position();
        filled.apply(new DeleteTask("none"));
        log.clear();
    }

    @Test
    void shouldKeepTheOneBeforeWhicheverOperationFails() throws IOException {
        long operations = operationsOfWrite();
        for (long k = 0; k < operations; k++) {
            begin();
            disk.failOnceAfter(k, new SplittableRandom(k));
            IOException failure =
                    assertThrows(IOException.class, () -> filled.write(checkpoints), "k=" + k);
            disk.failAfter(Long.MAX_VALUE, new SplittableRandom(k));
            log.requireNoForceBehindAFailedOne("k=" + k);
            assertEquals(0, failure.getSuppressed().length, "k=" + k);
            assertEquals(List.of(CheckpointLayout.name(olderPosition)), disk.names(), "k=" + k);
            disk.restart(new SplittableRandom(~k));
            Restored restored = checkpoints.restore(FilledStates::loader).get();
            assertEquals(List.of(), restored.skipped(), "k=" + k);
            assertTrue(isOlder(restored) || isNewer(restored), "k=" + k);
            filled.write(checkpoints);
            assertTrue(isNewer(checkpoints.restore(FilledStates::loader).get()), "k=" + k);
        }
    }

    @Test
    void shouldKeepTheOneBeforeWhenThePowerFails() throws IOException {
        long operations = operationsOfWrite();
        for (long k = 0; k <= operations; k++) {
            for (int seed = 0; seed < SEEDS; seed++) {
                begin();
                SplittableRandom random = new SplittableRandom(SEEDS * k + seed);
                disk.losePowerAfter(k, random);
                boolean isWritten = true;
                try {
                    filled.write(checkpoints);
                } catch (SimulatedDisk.PowerLoss e) {
                    isWritten = false;
                }
                assertEquals(k >= operations, isWritten, "k=" + k);
                if (seed % 3 == 0) {
                    // The process has ended before the power fails: the system shows everything.
                    disk.losePowerAfter(Long.MAX_VALUE, random);
                    checkpoints.clean();
                    boolean sawNewer = isNewer(checkpoints.restore(FilledStates::loader).get());
                    disk.restart(random);
                    requireRestored(sawNewer || isWritten, !sawNewer, "k=" + k + " seed=" + seed);
                } else {
                    disk.restart(random);
                    requireRestored(isWritten, false, "k=" + k + " seed=" + seed);
                }
            }
        }
    }

    /** A read error is not damage, and no reason to believe that there is nothing. */
    @Test
    void shouldRestoreWhatItCanReadWhicheverOperationFails() throws IOException {
        filled.write(checkpoints);
        long before = disk.operationCount();
        checkpoints.restore(FilledStates::loader);
        long operations = disk.operationCount() - before;
        int thrown = 0;
        int olderOnes = 0;
        for (long k = 0; k < operations; k++) {
            disk.failOnceAfter(k, new SplittableRandom(k));
            try {
                Restored restored = checkpoints.restore(FilledStates::loader).get();
                assertTrue(isOlder(restored), "k=" + k);
                assertEquals(1, restored.skipped().size(), "k=" + k);
                olderOnes++;
            } catch (IOException e) {
                thrown++;
            }
        }
        disk.failAfter(Long.MAX_VALUE, new SplittableRandom(1));
        assertTrue(isNewer(checkpoints.restore(FilledStates::loader).get()));
        assertTrue(olderOnes + thrown == operations && thrown > 0, "thrown=" + thrown);
    }

    private long operationsOfWrite() throws IOException {
        long before = disk.operationCount();
        filled.write(checkpoints);
        return disk.operationCount() - before;
    }

    private void requireRestored(boolean mustBeNewer, boolean mustBeOlder, String when)
            throws IOException {
        checkpoints.clean();
        assertFalse(disk.names().contains(CheckpointLayout.TEMPORARY), when);
        Restored restored = checkpoints.restore(FilledStates::loader).get();
        assertEquals(List.of(), restored.skipped(), when);
        assertTrue(mustBeOlder || isNewer(restored) || !mustBeNewer, when);
        assertTrue(mustBeNewer || isOlder(restored) || !mustBeOlder, when);
        assertTrue(isOlder(restored) || isNewer(restored), when);
    }

    private boolean isOlder(Restored restored) {
        return restored.end().equals(older);
    }

    private boolean isNewer(Restored restored) {
        return restored.end().digest() == newer.digest();
    }
}
