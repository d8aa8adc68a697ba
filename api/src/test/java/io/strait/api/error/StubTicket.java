package io.strait.api.error;

import io.strait.api.Ticket;
import java.time.Duration;

/** A ticket whose outcome is there. */
public record StubTicket<R>(R result) implements Ticket<R> {
    @Override
    public boolean isDone() {
        return true;
    }

    @Override
    public R await() {
        return result;
    }

    @Override
    public R await(Duration timeout) {
        return result;
    }

    @Override
    public ResultCode code() {
        return ResultCode.OK;
    }

    @Override
    public long position() {
        return 1;
    }
}
