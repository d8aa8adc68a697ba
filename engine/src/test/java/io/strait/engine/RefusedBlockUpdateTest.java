package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import io.strait.api.AggregatorStore;
import io.strait.api.BackPressure;
import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import io.strait.api.error.BackPressureException;
import io.strait.api.error.CapacityExceededException;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A block update that found no room leaves nothing behind, so the thread's next one allocates
 * nothing, as ever. Seen to fail when a caller that gives up does not give its completion back, and
 * when the update takes its chain's handle before it is accepted.
 */
class RefusedBlockUpdateTest {
    private static final int ROUNDS = 60;
    private static final int LANE_CAPACITY = 2;

    /** Some rounds run code for the first time: of the others, most allocate nothing. */
    @ParameterizedTest
    @MethodSource("waysToGiveUp")
    void shouldAllocateNothingAfterward(WriteOptions options) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ScriptedProbe probe = new ScriptedProbe();
        Chain chain = CrowdMember.chain(99);
        try (Strait engine =
                Strait.open(Trials.config(0, LANE_CAPACITY).build(), TestKeys.STANDARD, probe)) {
            AggregatorStore store = engine.aggregator();
            AggregatorStore impatient = store.with(options);
            long fewestBytes = Long.MAX_VALUE;
            for (int i = 0; i < ROUNDS; i++) {
                Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
                CrowdMember.submit(engine, i);
                stall.awaitArrived();
                while (engine.counters().depth() < LANE_CAPACITY) {
                    CrowdMember.submit(engine, i);
                }
                assertThrows(
                        BackPressureException.class,
                        () -> impatient.setLastProcessedBlock(chain, 0));
                stall.end();
                engine.barrier();
                long before = threads.getCurrentThreadAllocatedBytes();
                store.setLastProcessedBlock(chain, i);
                long bytes = threads.getCurrentThreadAllocatedBytes() - before;
                fewestBytes = Math.min(fewestBytes, bytes);
            }
            assertEquals(0, fewestBytes, "bytes allocated");
        }
    }

    /** There are as many handles as there may be chains. */
    @ParameterizedTest
    @MethodSource("waysToGiveUp")
    void shouldNotUseUpAHandle(WriteOptions options) {
        ScriptedProbe probe = new ScriptedProbe();
        StraitConfig config =
                Trials.config(0, LANE_CAPACITY)
                        .limits(Limits.builder().maxChains(3).build())
                        .build();
        Chain first = CrowdMember.chain(1);
        Chain second = CrowdMember.chain(2);
        try (Strait engine = Strait.open(config, TestKeys.STANDARD, probe)) {
            AggregatorStore store = engine.aggregator();
            Stall stall = probe.stall(WriterStep.BEFORE_APPLY);
            CrowdMember.submit(engine, 0);
            stall.awaitArrived();
            while (engine.counters().depth() < LANE_CAPACITY) {
                CrowdMember.submit(engine, 0);
            }
            for (int i = 10; i < 20; i++) {
                Chain refused = CrowdMember.chain(i);
                assertThrows(
                        BackPressureException.class,
                        () -> store.with(options).setLastProcessedBlock(refused, 1));
            }
            stall.end();
            store.setLastProcessedBlock(first, 1);
            store.setLastProcessedBlock(second, 1);
            assertThrows(
                    CapacityExceededException.class,
                    () -> store.setLastProcessedBlock(CrowdMember.chain(20), 1));
            assertEquals(first, engine.chainHandle(first).chain());
            assertEquals(second, engine.chainHandle(second).chain());
        }
    }

    static Stream<WriteOptions> waysToGiveUp() {
        return Stream.of(
                new WriteOptions(Trials.NEVER, BackPressure.FAIL),
                new WriteOptions(Duration.ofMillis(1), BackPressure.WAIT));
    }
}
