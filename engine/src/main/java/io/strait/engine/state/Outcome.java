package io.strait.engine.state;

import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.Producer;

/**
 * What became of one command: a code, a small detail, and a result for whoever asked for one. The
 * writer thread has one and reuses it for every command. What the detail of a refusal means:
 *
 * <pre>
 *   CAPACITY_EXCEEDED    the {@link Limit} and its value
 *   INVALID_TRANSITION   ordinal of the status it is in
 *   LEASE_EXPIRED        the claim's own time, ms
 *   BLOCK_ORDER          the chain's last processed block
 *   NOT_FOUND            NO_CHAIN when a rollback, or forgetting one, finds no chain
 *   TASK_EXISTS          the index of the task that exists
 *   BLOCK_CONFLICT       none; the reference is the stored block's hash
 *   PARENT_MISMATCH      none; the reference is the {@link BrokenLink}
 * </pre>
 */
public final class Outcome {
    /** Where a refusal needs no detail. */
    public static final long NO_DETAIL = 0;

    /** What {@link #recordedCode} says of a refusal that may not repeat itself. */
    public static final int REFUSED_FOR_MEMORY = Byte.MIN_VALUE;

    /** No such chain. */
    public static final long NO_CHAIN = 1;

    /** A block and the stored one before it, which is not its parent. */
    public record BrokenLink(
            long blockNumber, String parentHash, long storedNumber, String storedHash) {}

    private boolean wantsResult;
    private ResultCode code = ResultCode.OK;
    private long detail;
    private Object reference;
    private int producerCode;
    private boolean changed;

    /** The outcome of no command yet. */
    public Outcome() {}

    /**
     * A command begins.
     *
     * @param asksForResult whether anybody will ask for a result, or for a refusal's reference;
     *     nothing is allocated for who does not
     */
    public void begin(boolean asksForResult) {
        wantsResult = asksForResult;
    }

    /** Keeps nothing of a result that was told. */
    public void forget() {
        if (reference != null) {
            reference = null;
        }
    }

    boolean wantsResult() {
        return wantsResult;
    }

    /** There was nothing to apply. */
    public void nothing() {
        unchanged();
    }

    void changed() {
        changed(null);
    }

    void changed(Object result) {
        set(ResultCode.OK, NO_DETAIL, result, true);
    }

    void unchanged() {
        unchanged(null);
    }

    void unchanged(Object result) {
        set(ResultCode.OK, NO_DETAIL, result, false);
    }

    /** There is no room to store the command, which is not applied. */
    public void storageFull() {
        refused(ResultCode.STORAGE_FULL);
    }

    void refused(ResultCode as) {
        set(as, NO_DETAIL, null, false);
    }

    void refused(ResultCode as, long with) {
        set(as, with, null, false);
    }

    void refused(ResultCode as, long with, Object and) {
        set(as, with, and, false);
    }

    void refused(Limit limit, int value) {
        set(ResultCode.CAPACITY_EXCEEDED, limit.detail(value), null, false);
    }

    /** What a producer is told instead of the code: see {@link Producer#beginTask}. */
    void producerCode(int as) {
        producerCode = as;
    }

    /** The outcome as a code. */
    public ResultCode code() {
        return code;
    }

    /** Whether the command has a place in the order of all. */
    public boolean hasPosition() {
        return code != ResultCode.STORAGE_FULL;
    }

    /** The outcome as a journal keeps it, for a replay to compare. */
    public int recordedCode() {
        boolean isOfMemory =
                code == ResultCode.CAPACITY_EXCEEDED && Limit.ofDetail(detail).isOfMemory();
        return isOfMemory ? REFUSED_FOR_MEMORY : code.code();
    }

    /** The outcome as a producer is told it. */
    public int producerCode() {
        return producerCode;
    }

    /** Whether the write was refused. */
    public boolean isRefused() {
        return code != ResultCode.OK;
    }

    /** A number that belongs to a refusal. */
    public long detail() {
        return detail;
    }

    /** What the write returns, or what belongs to a refusal; null for nothing. */
    public Object reference() {
        return reference;
    }

    /** Whether the state is another than before. */
    public boolean isChanged() {
        return changed;
    }

    private void set(ResultCode as, long with, Object and, boolean isChanged) {
        code = as;
        detail = with;
        if (reference != and) {
            reference = and;
        }
        producerCode = as.code();
        changed = isChanged;
    }
}
