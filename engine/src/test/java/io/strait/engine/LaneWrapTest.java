package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.Producer;
import io.strait.engine.bytes.TestKeys;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes of every length that a lane takes, each from every place in the ring, so that what is left
 * before the ring's end is left over in every possible way. Seen to fail when padding says that it
 * is one slot shorter than it is, when a write that ends exactly at the ring's end is taken for one
 * that does not fit there, and when such a write is begun where padding begins.
 */
class LaneWrapTest {
    private static final int SMALL = 32;
    private static final int LARGE = 128;
    private static final Address AVS = Address.of("0xab");
    private static final OperatorSet SET = OperatorSet.of(AVS, 3);

    /** A slot has 8 bytes; the numbers of a configuration take four after header and time. */
    static Stream<Arguments> lengths() {
        int longest = (SMALL - 2 - 4) * 8;
        Stream<Arguments> small =
                IntStream.iterate(0, length -> length <= longest, length -> length + 8)
                        .mapToObj(length -> Arguments.of(SMALL, length));
        // About as long as what the writer copies at a time, and longer, up to half of the lane.
        Stream<Arguments> large =
                IntStream.of(55, 56, 57, 58, 90, LARGE - 6)
                        .mapToObj(words -> Arguments.of(LARGE, 8 * words));
        return Stream.concat(small, large);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void shouldArriveWholeFromEveryPlaceInTheRing(int laneCapacity, int length) {
        int allSlots = 2 * laneCapacity;
        try (DrivenEngine driven =
                        new DrivenEngine(
                                StraitConfig.builder().laneCapacity(laneCapacity),
                                TestKeys.STANDARD);
                Producer producer = driven.strait().exclusiveProducer()) {
            ChainHandle chain = driven.strait().chainHandle(Chain.of(AVS, 1));
            int slots = 2 + 4 + (length + 7) / 8;
            long next = 0;
            for (int place = 0; place < allSlots; place++) {
                while (next % allSlots != place) {
                    // One slot, as long as the clock says 0.
                    next = producer.setLastProcessedBlock(chain, next) + 1;
                    driven.runWriter();
                }
                byte[] metadata = new byte[length];
                Arrays.fill(metadata, (byte) (place + 1));
                OperatorSetConfigDraft draft = draft(driven.strait(), metadata);
                long ticket = producer.saveOperatorSetConfig(draft);
                int left = allSlots - place;
                assertEquals(next + (slots > left ? left : 0) + slots - 1, ticket, "ticket");
                long behind = producer.setLastProcessedBlock(chain, ticket + 1);
                driven.runWriter();
                assertEquals(0, producer.outcome(ticket));
                assertEquals(0, producer.outcome(behind));
                assertEquals(expected(metadata), stored(driven.strait()), "place=" + place);
                assertEquals(0, driven.strait().counters().depth());
                next = behind + 1;
            }
        }
    }

    private static OperatorSetConfigDraft draft(Strait engine, byte[] metadata) {
        AddressHandle avs = engine.addressHandle(AVS);
        return engine.newOperatorSetConfig()
                .operatorSet(avs, SET.id())
                .taskSlaSeconds(7)
                .curveType(CurveType.BN254)
                .consensus(ConsensusType.STAKE_PROPORTION_THRESHOLD, 9)
                .metadata(metadata, 0, metadata.length);
    }

    private static OperatorSetConfig expected(byte[] metadata) {
        return new OperatorSetConfig(
                SET,
                7,
                CurveType.BN254,
                Bytes.copyOf(metadata),
                ConsensusType.STAKE_PROPORTION_THRESHOLD,
                9);
    }

    private static OperatorSetConfig stored(Strait engine) {
        return engine.aggregator().getOperatorSetConfig(SET).orElseThrow();
    }
}
