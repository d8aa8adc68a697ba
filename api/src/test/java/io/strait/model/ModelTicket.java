package io.strait.model;

import io.strait.api.Ticket;
import io.strait.api.error.RefusedException;
import io.strait.api.error.ResultCode;
import io.strait.api.internal.Require;
import java.time.Duration;

/**
 * The ticket of a write that has been done already.
 *
 * @param position the write's position
 * @param result what it returned; null when nothing, and when it was refused
 * @param refusal why it was refused; null when it was not
 */
record ModelTicket<R>(long position, R result, RefusedException refusal) implements Ticket<R> {

    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public R await() {
        if (refusal != null) {
            throw refusal;
        }
        return result;
    }

    @Override
    public R await(Duration timeout) {
        Require.positive("timeout", timeout);
        return await();
    }

    @Override
    public ResultCode code() {
        return refusal == null ? ResultCode.OK : refusal.code();
    }
}
