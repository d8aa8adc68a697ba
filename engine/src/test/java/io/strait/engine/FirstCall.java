package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.AggregatorWrite.SaveTask;
import java.util.concurrent.TimeUnit;

/**
 * The first call of its kind to an engine that was opened for it: what such calls need, the engine
 * makes then. It has room for two chains and one exclusive producer.
 */
final class FirstCall implements AutoCloseable {
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final Address AVS = Address.of("0xab");
    private static final int CHAINS = 2;
    private static final Chain CHAIN = Chain.of(AVS, 1);

    /** What a caller can ask of an engine first. */
    enum Kind {
        FIRST_HANDLES,
        FIRST_BLOCK_UPDATE,
        FIRST_SAVE,
        FIRST_OF_SHARED,
        FIRST_RESULT_OF_SHARED,
        FIRST_OF_EXCLUSIVE
    }

    private final Kind kind;
    private final Strait engine;
    private final ChainHandle chain;
    private final PackedId id;
    private int number;
    private Producer exclusive;

    FirstCall(Kind kind) {
        this.kind = kind;
        engine =
                Strait.open(
                        StraitConfig.builder()
                                .limits(Limits.builder().maxChains(CHAINS).build())
                                .laneCapacity(16)
                                .maxExclusiveProducers(1)
                                .build());
        chain = engine.chainHandle(CHAIN);
        id = engine.newId().set("t");
    }

    /** Makes the call; anything may be thrown out of it. */
    void make() {
        number++;
        switch (kind) {
            case FIRST_HANDLES -> {
                Chain next = Chain.of(AVS, (number + 1) % CHAINS);
                assertEquals(next, engine.chainHandle(next).chain());
                assertSame(engine.chainHandle(next), engine.chainHandle(next));
                assertSame(engine.addressHandle(AVS), engine.addressHandle(AVS));
            }
            case FIRST_BLOCK_UPDATE -> engine.aggregator().setLastProcessedBlock(CHAIN, number);
            case FIRST_SAVE ->
                    engine.submit(new SaveTask(Task.builder("t" + number, AVS).build())).await();
            case FIRST_OF_SHARED -> assertDone(engine.sharedProducer());
            case FIRST_RESULT_OF_SHARED ->
                    assertOutcome(
                            ResultCode.NOT_FOUND.code(),
                            engine.sharedProducer(),
                            engine.sharedProducer().finishTask(id, new byte[9], 0, 9));
            default -> {
                exclusive = engine.exclusiveProducer();
                assertDone(exclusive);
                exclusive.close();
            }
        }
    }

    /** Makes it again; first by the thread that made it, which cleans up. */
    void check() {
        if (exclusive != null) {
            exclusive.close();
        }
        make();
        make();
    }

    @Override
    public void close() {
        engine.close();
    }

    private void assertDone(Producer producer) {
        assertOutcome(0, producer, producer.setLastProcessedBlock(chain, number));
    }

    private static void assertOutcome(int expected, Producer producer, long ticket) {
        assertTrue(ticket >= 0, () -> "ticket=" + ticket);
        assertEquals(expected, producer.await(ticket, TIMEOUT_NS));
    }
}
