package io.strait.engine.change;

import io.strait.api.Change;
import io.strait.api.domain.Chain;
import io.strait.api.write.AggregatorWrite.SetLastProcessedBlock;
import io.strait.api.write.Write;

/**
 * A slot of the change ring. Filled by the writer thread without allocating, read and cleared by
 * the listener's.
 */
final class ChangeSlot {
    private long position;
    private long timeMs;
    private Write<?> write;
    private Chain chain;
    private long blockNumber;
    private Object result;
    private long lostSoFar;

    void set(long at, long atMs, Write<?> applied, Object returned, long lostCount) {
        position = at;
        timeMs = atMs;
        write = applied;
        chain = null;
        blockNumber = 0;
        result = returned;
        lostSoFar = lostCount;
    }

    void set(long at, long atMs, Chain updated, long number, long lostCount) {
        position = at;
        timeMs = atMs;
        write = null;
        chain = updated;
        blockNumber = number;
        result = null;
        lostSoFar = lostCount;
    }

    /** How many changes were lost before this one, since the engine was opened. */
    long lostSoFar() {
        return lostSoFar;
    }

    Change toChange() {
        Write<?> told = write == null ? new SetLastProcessedBlock(chain, blockNumber) : write;
        return new Change(position, timeMs, told, result);
    }

    void clear() {
        write = null;
        chain = null;
        result = null;
    }
}
