package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.AggregatorStore;
import io.strait.api.BackPressure;
import io.strait.api.Ticket;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.WriteTimeoutException;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A block update whose outcome its thread did not wait for is still on its way when the thread
 * makes the next one: each is told its own outcome, and not before its effect is there. Seen to
 * fail when the thread's completion is lent again while the first write has it.
 */
class UnheardWriteTest {
    private static final WriteOptions SHORT =
            new WriteOptions(Duration.ofMillis(5), BackPressure.WAIT);
    private static final Chain FIRST = CrowdMember.chain(1);
    private static final Chain SECOND = CrowdMember.chain(2);
    private static final int TRIALS = 12;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTellTheNextWriteItsOwnOutcome(boolean firstIsRefused) {
        for (int trial = 0; trial < TRIALS; trial++) {
            ScriptedProbe probe = new ScriptedProbe();
            try (Strait engine =
                    Strait.open(
                            Trials.config(trial, 8).maxBatch(1).build(),
                            TestKeys.STANDARD,
                            probe)) {
                AggregatorStore store = engine.aggregator();
                store.setLastProcessedBlock(FIRST, 10);
                Stall first = probe.stall(WriterStep.BEFORE_APPLY);
                Stall second = probe.stall(WriterStep.BEFORE_APPLY);
                Caller<Ticket<?>> caller =
                        Caller.compute(() -> writeTwice(store, firstIsRefused ? 5 : 15));
                first.awaitArrived();
                Trials.await("both handed in", () -> engine.counters().depth() == 2);
                first.end();
                // The first one is acknowledged, and the second one is not yet applied.
                second.awaitArrived();
                assertEquals(2, engine.counters().position());
                second.end();
                Ticket<?> unheard = caller.value();
                assertEquals(2, unheard.position());
                if (firstIsRefused) {
                    assertThrows(BlockOrderException.class, unheard::await);
                } else {
                    unheard.await();
                }
                assertEquals(firstIsRefused ? 10 : 15, store.getLastProcessedBlock(FIRST));
            }
        }
    }

    /** Returns the ticket of the first write, which it has not waited for. */
    private static Ticket<?> writeTwice(AggregatorStore store, long number) {
        WriteTimeoutException timeOut =
                assertThrows(
                        WriteTimeoutException.class,
                        () -> store.with(SHORT).setLastProcessedBlock(FIRST, number));
        store.setLastProcessedBlock(SECOND, 20);
        assertEquals(20, store.getLastProcessedBlock(SECOND), "told of success, and not there");
        return timeOut.ticket();
    }
}
