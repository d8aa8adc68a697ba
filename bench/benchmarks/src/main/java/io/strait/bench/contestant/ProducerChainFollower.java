package io.strait.bench.contestant;

import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import java.util.concurrent.TimeUnit;

/** Follows a chain through one of Strait's producers; a full lane makes it wait for room. */
final class ProducerChainFollower implements ChainFollower {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long NONE = -1;

    private final Producer producer;
    private final ChainHandle chain;
    private long lastTicket = NONE;

    ProducerChainFollower(Producer producer, ChainHandle chain) {
        this.producer = producer;
        this.chain = chain;
    }

    @Override
    public void setLastProcessedBlock(long number) {
        long ticket = producer.setLastProcessedBlock(chain, number);
        while (ticket < 0) {
            awaitRoom(ticket);
            ticket = producer.setLastProcessedBlock(chain, number);
        }
        lastTicket = ticket;
    }

    @Override
    public void drain() {
        if (lastTicket != NONE) {
            require(producer.await(lastTicket, TIMEOUT_NS));
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void awaitRoom(long code) {
        if (code != ResultCode.BACK_PRESSURE.code()) {
            require((int) code);
        }
        require(producer.awaitRoom(TIMEOUT_NS));
    }

    private static void require(int code) {
        if (code != 0) {
            throw new IllegalStateException("code=" + ResultCode.ofCode(code));
        }
    }
}
