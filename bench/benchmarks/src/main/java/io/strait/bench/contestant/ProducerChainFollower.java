package io.strait.bench.contestant;

import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.engine.Strait;
import java.util.concurrent.TimeUnit;

/**
 * Follows a chain through one of Strait's producers; a full lane makes it wait for room. Nobody
 * asks what became of each update: {@link #drain} waits for the last, and the engine's own count
 * tells whether any was refused. Allocates nothing for an update.
 */
final class ProducerChainFollower implements ChainFollower {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long NONE = -1;
    private static final int REFUSED = ResultCode.BLOCK_ORDER.code();

    private final Strait engine;
    private final Producer producer;
    private final ChainHandle chain;
    private long lastTicket = NONE;
    private long refused;

    ProducerChainFollower(Strait engine, Producer producer, Chain chain) {
        this.engine = engine;
        this.producer = producer;
        this.chain = engine.chainHandle(chain);
        refused = engine.counters().refused();
    }

    @Override
    public void setLastProcessedBlock(long number) {
        long ticket = producer.setLastProcessedBlock(chain, number);
        while (ticket < 0) {
            if (ticket != ResultCode.BACK_PRESSURE.code()) {
                require((int) ticket);
            }
            require(producer.awaitRoom(TIMEOUT_NS));
            ticket = producer.setLastProcessedBlock(chain, number);
        }
        lastTicket = ticket;
    }

    @Override
    public void drain() {
        if (lastTicket != NONE) {
            int outcome = producer.await(lastTicket, TIMEOUT_NS);
            if (outcome != REFUSED) {
                require(outcome);
            }
            lastTicket = NONE;
        }
        long refusedBefore = refused;
        refused = engine.counters().refused();
        if (refused != refusedBefore) {
            throw new RefusedUpdateException(
                    "refused=" + (refused - refusedBefore) + " block updates");
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void require(int code) {
        if (code != ResultCode.OK.code()) {
            throw new IllegalStateException("code=" + ResultCode.ofCode(code));
        }
    }
}
