package io.strait.bench.contestant;

import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import java.util.concurrent.TimeUnit;

/**
 * Follows a chain through one of Strait's producers; a full lane makes it wait for room. Each
 * update is asked for its outcome when its ticket's place is needed again, or in {@link #drain}, as
 * {@link TicketRing} does for submitted writes. Allocates nothing for an update.
 */
final class ProducerChainFollower implements ChainFollower {
    /**
     * The engine's default lane: its own limit on what is under way, and the last moment at which
     * an outcome is known, since an update of the benchmark takes one slot. A shorter ring would
     * hold the thread back: on two loaded cores an update took 90 to 150 ns with this one and with
     * none, 150 to 170 with half of it, 140 to 270 with a quarter.
     */
    static final int CAPACITY = 4_096;

    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final int REFUSED = ResultCode.BLOCK_ORDER.code();

    private final Producer producer;
    private final ChainHandle chain;
    private final long[] tickets = new long[CAPACITY];
    private long added;
    private long refused;

    ProducerChainFollower(Producer producer, ChainHandle chain) {
        this.producer = producer;
        this.chain = chain;
    }

    @Override
    public void setLastProcessedBlock(long number) {
        int place = (int) added & (CAPACITY - 1);
        if (added >= CAPACITY) {
            settle(tickets[place]);
        }
        tickets[place] = handOver(number);
        added++;
    }

    @Override
    public void drain() {
        for (long i = Math.max(0, added - CAPACITY); i < added; i++) {
            settle(tickets[(int) i & (CAPACITY - 1)]);
        }
        added = 0;
        long refusedNow = refused;
        refused = 0;
        if (refusedNow > 0) {
            throw new RefusedUpdateException("refused=" + refusedNow + " block updates");
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private long handOver(long number) {
        long ticket = producer.setLastProcessedBlock(chain, number);
        while (ticket < 0) {
            if (ticket != ResultCode.BACK_PRESSURE.code()) {
                require((int) ticket);
            }
            require(producer.awaitRoom(TIMEOUT_NS));
            ticket = producer.setLastProcessedBlock(chain, number);
        }
        return ticket;
    }

    /** Waits for an outcome; a refusal is for {@link #drain} to tell, anything else for now. */
    private void settle(long ticket) {
        int outcome = producer.await(ticket, TIMEOUT_NS);
        if (outcome == REFUSED) {
            refused++;
        } else {
            require(outcome);
        }
    }

    private static void require(int code) {
        if (code != ResultCode.OK.code()) {
            throw new IllegalStateException(
                    code == Producer.FORGOTTEN
                            ? "the outcome is forgotten"
                            : "code=" + ResultCode.ofCode(code));
        }
    }
}
