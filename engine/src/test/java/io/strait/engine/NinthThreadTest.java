package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thread that came too late for a lane of its own writes into the common one, and moves to a lane
 * of its own when another thread has ended: but not before its writes in the common lane are
 * applied, or they would be overtaken. Seen to fail when the common lane is left without a look at
 * what is in it.
 */
@Timeout(30)
class NinthThreadTest {
    private static final int OWN_LANES = 8;

    /** Which lane the writer looks into first depends on how often it has looked before. */
    private static final int TURNS = 2 * (OWN_LANES + 1);

    private final List<ExecutorService> executors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    static List<Integer> turns() {
        List<Integer> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            turns.add(turn);
        }
        return turns;
    }

    @ParameterizedTest
    @MethodSource("turns")
    void shouldNotOvertakeItsOwnWrites(int turn) throws Exception {
        try (DrivenEngine driven = new DrivenEngine(StraitConfig.builder(), TestKeys.STANDARD)) {
            Strait engine = driven.strait();
            Producer producer = engine.sharedProducer();
            for (int i = 0; i <= OWN_LANES; i++) {
                executors.add(Executors.newSingleThreadExecutor(this::newThread));
            }
            for (int i = 0; i < OWN_LANES; i++) {
                ChainHandle own = engine.chainHandle(CrowdMember.chain(i));
                assertTrue(on(i, producer, own, 1) >= 0);
            }
            for (int i = 0; i < turn; i++) {
                driven.runWriter();
            }
            ChainHandle chain = engine.chainHandle(CrowdMember.chain(OWN_LANES));
            List<Long> tickets = new ArrayList<>();
            tickets.add(on(OWN_LANES, producer, chain, 1));
            end(turn % OWN_LANES);
            for (int number = 2; number <= 4; number++) {
                tickets.add(on(OWN_LANES, producer, chain, number));
            }
            while (engine.counters().depth() > 0) {
                driven.runWriter();
            }
            // There is nothing left to be overtaken: it may move now.
            tickets.add(on(OWN_LANES, producer, chain, 5));
            tickets.add(on(OWN_LANES, producer, chain, 6));
            driven.runWriter();
            for (long ticket : tickets) {
                assertEquals(0, producer.outcome(ticket));
            }
            assertEquals(0, engine.counters().refused());
            assertEquals(OWN_LANES + 6, engine.counters().position());
            assertEquals(6, engine.reader().getLastProcessedBlock(chain));
        } finally {
            for (int i = 0; i < executors.size(); i++) {
                end(i);
            }
        }
    }

    private long on(int thread, Producer producer, ChainHandle chain, long number)
            throws Exception {
        Future<Long> ticket =
                executors.get(thread).submit(() -> producer.setLastProcessedBlock(chain, number));
        return ticket.get();
    }

    private Thread newThread(Runnable job) {
        threads.add(new Thread(job));
        return threads.get(threads.size() - 1);
    }

    private void end(int thread) throws InterruptedException {
        executors.get(thread).shutdown();
        threads.get(thread).join();
    }
}
