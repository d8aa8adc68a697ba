package io.strait.engine;

import io.strait.api.Ticket;
import io.strait.api.error.ResultCode;
import io.strait.api.error.WriteInterruptedException;
import io.strait.api.error.WriteTimeoutException;
import io.strait.api.hotpath.Producer;
import java.time.Duration;
import java.util.function.IntFunction;

/** A producer's ticket as the API's: what its outcome means is told by the write's own reading. */
final class ProducerTicket<R> implements Ticket<R> {
    private final Producer producer;
    private final long ticket;
    private final Duration timeout;
    private final IntFunction<R> reading;

    ProducerTicket(Producer producer, long ticket, Duration timeout, IntFunction<R> reading) {
        this.producer = producer;
        this.ticket = ticket;
        this.timeout = timeout;
        this.reading = reading;
    }

    @Override
    public boolean isDone() {
        return producer.outcome(ticket) != Producer.PENDING;
    }

    @Override
    public R await() {
        return await(timeout);
    }

    @Override
    public R await(Duration atMost) {
        int outcome = producer.await(ticket, atMost.toNanos());
        if (outcome == ResultCode.TIMED_OUT.code()) {
            throw new WriteTimeoutException(atMost, this);
        }
        if (outcome == ResultCode.INTERRUPTED.code()) {
            throw new WriteInterruptedException(this);
        }
        return reading.apply(outcome);
    }

    @Override
    public ResultCode code() {
        int outcome = producer.outcome(ticket);
        if (outcome == Producer.PENDING) {
            throw new IllegalStateException("not done yet");
        }
        return ResultCode.ofCode(Math.min(0, outcome));
    }

    @Override
    public long position() {
        return producer.position(ticket);
    }
}
