package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.AggregatorView;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Block updates that the writer takes as a run have each its own outcome and position: up and down,
 * of several chains, large and small, with other writes between them. Seen to fail when a run goes
 * on over another chain's update, when it goes on over a block that comes too late, when a run is
 * not cut at the batch's limit, and when all of a run have the position of the first.
 */
class BlockRunTest {
    private static final int LANE_CAPACITY = 64;
    private static final int ROUNDS = 400;
    private static final Address AVS = Address.of("0xab");
    private static final int CHAINS = 3;

    private final long[] blocks = new long[CHAINS];
    private final List<Expected> expected = new ArrayList<>();

    private record Expected(long ticket, long position, int code) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldTellWhatBecameOfEach(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Arrays.fill(blocks, AggregatorView.NO_BLOCK);
        int maxBatch = 1 << random.nextInt(7);
        try (DrivenEngine driven =
                        new DrivenEngine(
                                StraitConfig.builder()
                                        .laneCapacity(LANE_CAPACITY)
                                        .maxBatch(maxBatch),
                                TestKeys.STANDARD,
                                false);
                Producer producer = driven.strait().exclusiveProducer()) {
            Strait engine = driven.strait();
            ChainHandle[] handles = new ChainHandle[CHAINS];
            Arrays.setAll(handles, i -> engine.chainHandle(chain(i)));
            PackedId none = engine.newId().set("none");
            for (int round = 0; round < ROUNDS; round++) {
                handIn(random, producer, handles, none, engine.counters().position());
                int limit = (expected.size() + maxBatch - 1) / maxBatch;
                for (int i = 0; i < limit; i++) {
                    long before = engine.counters().position();
                    driven.runWriter();
                    long applied = engine.counters().position() - before;
                    assertTrue(applied <= maxBatch, "seed=" + seed);
                }
                for (Expected each : expected) {
                    assertEquals(each.code, producer.outcome(each.ticket), "seed=" + seed);
                    assertEquals(each.position, producer.position(each.ticket), "seed=" + seed);
                }
                for (int i = 0; i < CHAINS; i++) {
                    long read = engine.aggregator().getLastProcessedBlock(chain(i));
                    assertEquals(blocks[i], read, "seed=" + seed);
                }
            }
        }
    }

    /** As much as the lane takes, or less. */
    private void handIn(
            SplittableRandom random,
            Producer producer,
            ChainHandle[] handles,
            PackedId none,
            long position) {
        expected.clear();
        int chain = 0;
        for (int i = random.nextInt(1, LANE_CAPACITY); i > 0; i--) {
            if (random.nextInt(8) == 0) {
                chain = random.nextInt(CHAINS);
            }
            if (random.nextInt(16) == 0) {
                expect(producer.deleteTask(none), position, ResultCode.NOT_FOUND);
            } else {
                long number = nextNumber(random, blocks[chain]);
                boolean isLate = number < blocks[chain];
                long ticket = producer.setLastProcessedBlock(handles[chain], number);
                expect(ticket, position, isLate ? ResultCode.BLOCK_ORDER : ResultCode.OK);
                blocks[chain] = ticket < 0 || isLate ? blocks[chain] : number;
            }
        }
    }

    private void expect(long ticket, long position, ResultCode code) {
        if (ticket >= 0) {
            expected.add(new Expected(ticket, position + expected.size() + 1, code.code()));
        } else {
            assertEquals(ResultCode.BACK_PRESSURE.code(), ticket);
        }
    }

    /** Mostly a little higher; sometimes the same, lower, or beyond what one word takes. */
    private static long nextNumber(SplittableRandom random, long last) {
        long from = Math.max(last, 0);
        return switch (random.nextInt(24)) {
            case 0 -> from;
            case 1 -> Math.max(0, from - 1);
            case 2 -> from < 1L << 60 ? from + (1L << random.nextInt(50)) : from;
            default -> from + random.nextInt(1, 4);
        };
    }

    private static Chain chain(int index) {
        return Chain.of(AVS, index + 1);
    }
}
