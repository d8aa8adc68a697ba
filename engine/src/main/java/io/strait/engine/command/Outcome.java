package io.strait.engine.command;

import io.strait.api.domain.TaskBegin;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.Producer;

/** What became of one command. The writer thread has one and reuses it for every command. */
public final class Outcome {
    private ResultCode code = ResultCode.OK;
    private Refusal refusal;
    private long refusedNumber;
    private long lastProcessedBlock;
    private Object value;
    private boolean changed;

    /** The outcome of no command yet. */
    public Outcome() {}

    /** The write was applied and changed the state; it returns nothing. */
    public void changed() {
        changed(null);
    }

    /**
     * The write was applied and changed the state.
     *
     * @param result what it returns
     */
    public void changed(Object result) {
        set(ResultCode.OK, null, result, true);
    }

    /** The write was accepted, and the state is as it was; it returns nothing. */
    public void unchanged() {
        unchanged(null);
    }

    /**
     * The write was accepted, and the state is as it was.
     *
     * @param result what it returns
     */
    public void unchanged(Object result) {
        set(ResultCode.OK, null, result, false);
    }

    /**
     * The write was refused, and the state is as it was.
     *
     * @param reason why
     */
    public void refused(Refusal reason) {
        set(reason.code(), reason, null, false);
    }

    /**
     * The write was refused, and the state is as it was. Allocates nothing: nobody will ask for the
     * refusal.
     *
     * @param as why, as a code
     */
    public void refused(ResultCode as) {
        set(as, null, null, false);
    }

    /**
     * A block lies on the wrong side of the last processed one; the state is as it was. Allocates
     * nothing, unless somebody asks for the refusal.
     *
     * @param blockNumber the number asked for
     * @param last the last processed block, or -1
     */
    public void refusedForBlockOrder(long blockNumber, long last) {
        set(ResultCode.BLOCK_ORDER, null, null, false);
        refusedNumber = blockNumber;
        lastProcessedBlock = last;
    }

    /**
     * The outcome as a code.
     *
     * @return {@link ResultCode#OK}, or why it was refused
     */
    public ResultCode code() {
        return code;
    }

    /**
     * The outcome as a producer is told it.
     *
     * @return 0 when it was applied, the negative code of a refusal, or what {@link
     *     Producer#beginTask} says
     */
    public int producerCode() {
        if (value instanceof TaskBegin begin) {
            return switch (begin.standing()) {
                case FIRST -> ResultCode.OK.code();
                case ALREADY_RUNNING -> Producer.ALREADY_RUNNING;
                case ALREADY_DONE -> Producer.ALREADY_DONE;
            };
        }
        return code.code();
    }

    /**
     * Whether the write was refused.
     *
     * @return false when it was applied
     */
    public boolean isRefused() {
        return code != ResultCode.OK;
    }

    /**
     * Why the write was refused.
     *
     * @return null when it was not
     */
    public Refusal refusal() {
        if (refusal == null && code == ResultCode.BLOCK_ORDER) {
            refusal = Refusal.blockOrder(refusedNumber, lastProcessedBlock);
        }
        return refusal;
    }

    /**
     * What the write returns.
     *
     * @return null for nothing
     */
    public Object value() {
        return value;
    }

    /**
     * Whether the state is another than before.
     *
     * @return false for a refused write
     */
    public boolean isChanged() {
        return changed;
    }

    private void set(ResultCode as, Refusal reason, Object result, boolean isChanged) {
        code = as;
        refusal = reason;
        value = result;
        changed = isChanged;
    }
}
