package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.WaitPreset;
import io.strait.api.error.EngineClosedException;
import io.strait.api.error.EngineFailedException;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The writer's thread ends without a last act, as a thread does whose frames the JVM removes for
 * lack of memory: all who wait find out within a second. Seen to fail when no wait looks whether
 * the thread is alive.
 */
class VanishedWriterTest {
    private static final long NEVER_NS = TimeUnit.SECONDS.toNanos(20);
    private static final int FAILED = ResultCode.FAILED.code();

    private final CountDownLatch end = new CountDownLatch(1);

    /** By those with a producer, who would open none after the end. */
    private final CountDownLatch written = new CountDownLatch(2);

    private Thread writer;
    private Strait engine;
    private ChainHandle chain;

    @AfterEach
    void close() {
        Caller.start(engine::close).assertReturned();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoeverWaits(WaitPreset preset) {
        open(preset);
        Ticket<Void> ticket = CrowdMember.submit(engine, 1);
        Caller<Void> typed = Caller.start(CrowdMember.of(engine, 2).write());
        Caller<Void> block = Caller.start(CrowdMember.of(engine, 0).write());
        Caller<Void> barrier = Caller.start(engine::barrier);
        Caller<Integer> awaiting = Caller.compute(this::awaitOutcome);
        Caller<Integer> forRoom = Caller.compute(this::awaitRoom);
        Caller<Void> room = Caller.start(this::submitForEver);
        Trials.await("lane full", () -> engine.counters().depth() >= 16);
        Trials.await("producers' lanes full", () -> written.getCount() == 0);
        end.countDown();
        typed.thrown(EngineFailedException.class);
        block.thrown(EngineFailedException.class);
        barrier.thrown(EngineFailedException.class);
        room.thrown(EngineFailedException.class);
        assertEquals(FAILED, awaiting.value());
        assertEquals(FAILED, forRoom.value());
        assertEquals(ResultCode.FAILED, ticket.code());
        assertTrue(engine.failure().isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoeverCloses(WaitPreset preset) {
        open(preset);
        Ticket<Void> ticket = CrowdMember.submit(engine, 1);
        Caller<Void> closing = Caller.start(engine::close);
        Trials.await("closing", this::isClosing);
        end.countDown();
        closing.assertReturned();
        assertEquals(ResultCode.FAILED, ticket.code());
    }

    /** Nobody waits: each finds out when it looks. */
    @ParameterizedTest
    @EnumSource(names = "BALANCED")
    void shouldTellWhoeverLooks(WaitPreset preset) {
        for (int kind = 0; kind < 4; kind++) {
            open(preset);
            Ticket<Void> ticket = CrowdMember.submit(engine, 1);
            Producer producer = engine.exclusiveProducer();
            long written = producer.setLastProcessedBlock(chain, 1);
            vanish();
            switch (kind) {
                case 0 -> assertTrue(ticket.isDone());
                case 1 -> assertEquals(FAILED, producer.outcome(written));
                case 2 -> assertEquals(FAILED, fill(producer));
                default -> assertTrue(engine.failure().isPresent());
            }
            assertEquals(ResultCode.FAILED, ticket.code());
            assertEquals(FAILED, producer.outcome(written));
            assertEquals(FAILED, producer.setLastProcessedBlock(chain, 2));
            engine.close();
        }
    }

    private int awaitOutcome() {
        Producer producer = engine.exclusiveProducer();
        long ticket = producer.setLastProcessedBlock(chain, 1);
        written.countDown();
        return producer.await(ticket, NEVER_NS);
    }

    private int awaitRoom() {
        Producer producer = engine.exclusiveProducer();
        int code = fill(producer);
        written.countDown();
        return code == ResultCode.BACK_PRESSURE.code() ? producer.awaitRoom(NEVER_NS) : code;
    }

    private int fill(Producer producer) {
        long ticket = 0;
        while (ticket >= 0) {
            ticket = producer.setLastProcessedBlock(chain, 1);
        }
        return (int) ticket;
    }

    private void submitForEver() {
        while (true) {
            CrowdMember.submit(engine, 1);
        }
    }

    private boolean isClosing() {
        try {
            CrowdMember.submit(engine, 2);
            return false;
        } catch (EngineClosedException e) {
            return true;
        }
    }

    private void vanish() {
        end.countDown();
        Trials.await("thread gone", () -> !writer.isAlive());
    }

    private void open(WaitPreset preset) {
        StraitConfig config =
                Trials.config(0, 16).waitPreset(preset).threadFactory(this::idle).build();
        engine = Strait.open(config);
        chain = engine.chainHandle(CrowdMember.chain(1));
    }

    private Thread idle(Runnable task) {
        writer =
                new Thread(
                        () -> {
                            try {
                                end.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        });
        writer.setDaemon(true);
        return writer;
    }
}
