package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.config;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.error.CapacityExceededException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The configurations of operator sets and AVSs. */
public abstract class AggregatorConfigConformance extends Conformance {
    private static final OperatorSet FIRST = OperatorSet.of(AVS, 1);
    private static final OperatorSet SECOND = OperatorSet.of(AVS, 2);
    private static final OperatorSet OTHERS_FIRST = OperatorSet.of(OTHER_AVS, 1);

    @Test
    void shouldSaveAndGetAnOperatorSetsConfiguration() {
        OperatorSetConfig config =
                new OperatorSetConfig(
                        FIRST,
                        Long.MAX_VALUE,
                        CurveType.UNKNOWN,
                        Bytes.EMPTY,
                        ConsensusType.NONE,
                        10_000);
        assertEquals(Optional.empty(), aggregator.getOperatorSetConfig(FIRST));
        aggregator.saveOperatorSetConfig(config);
        assertEquals(Optional.of(config), aggregator.getOperatorSetConfig(FIRST));
    }

    @Test
    void shouldTellOperatorSetsApartByAvsAndId() {
        OperatorSet largest = OperatorSet.of(AVS, 0xFFFF_FFFFL);
        aggregator.saveOperatorSetConfig(config(FIRST, "first"));
        aggregator.saveOperatorSetConfig(config(largest, "largest"));
        assertEquals(Optional.empty(), aggregator.getOperatorSetConfig(OTHERS_FIRST));
        assertEquals(Optional.empty(), aggregator.getOperatorSetConfig(SECOND));
        assertEquals(
                Optional.of(config(largest, "largest")), aggregator.getOperatorSetConfig(largest));
    }

    @Test
    void shouldReplaceAnOperatorSetsConfigurationInItsOldPlace() {
        aggregator.saveOperatorSetConfig(config(SECOND, "b"));
        aggregator.saveOperatorSetConfig(config(FIRST, "a"));
        aggregator.saveOperatorSetConfig(config(OTHERS_FIRST, "c"));
        aggregator.saveOperatorSetConfig(config(SECOND, "b, again"));
        assertEquals(
                List.of(config(SECOND, "b, again"), config(FIRST, "a"), config(OTHERS_FIRST, "c")),
                aggregator.listOperatorSetConfigs());
        assertEquals(
                Optional.of(config(SECOND, "b, again")), aggregator.getOperatorSetConfig(SECOND));
    }

    @Test
    void shouldRejectMoreOperatorSetConfigurationsThanTheLimit() {
        useLimits(limits -> limits.maxOperatorSetConfigs(2));
        aggregator.saveOperatorSetConfig(config(FIRST, "a"));
        aggregator.saveOperatorSetConfig(config(SECOND, "b"));
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> aggregator.saveOperatorSetConfig(config(OTHERS_FIRST, "c")));
        assertEquals("maxOperatorSetConfigs", refusal.limit());
        assertEquals(2, refusal.value());
        aggregator.saveOperatorSetConfig(config(FIRST, "a, again"));
        assertEquals(2, aggregator.listOperatorSetConfigs().size());
    }

    @Test
    void shouldSaveAndGetAnAvssConfiguration() {
        AvsConfig config = new AvsConfig(AVS, 0xFFFF_FFFFL, List.of(3L, 0L, 3L), CurveType.BN254);
        assertEquals(Optional.empty(), aggregator.getAvsConfig(AVS));
        aggregator.saveAvsConfig(config);
        assertEquals(Optional.of(config), aggregator.getAvsConfig(AVS));
        assertEquals(Optional.empty(), aggregator.getAvsConfig(OTHER_AVS));
        assertEquals(Optional.empty(), aggregator.getAvsConfig(Address.NONE));
    }

    @Test
    void shouldReplaceAnAvssConfigurationInItsOldPlace() {
        aggregator.saveAvsConfig(config(OTHER_AVS, 1));
        aggregator.saveAvsConfig(config(AVS, 1));
        aggregator.saveAvsConfig(config(OTHER_AVS, 9));
        assertEquals(List.of(config(OTHER_AVS, 9), config(AVS, 1)), aggregator.listAvsConfigs());
    }

    @Test
    void shouldRejectMoreAvsConfigurationsThanTheLimit() {
        useLimits(limits -> limits.maxAvsConfigs(1));
        aggregator.saveAvsConfig(config(AVS, 1));
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> aggregator.saveAvsConfig(config(OTHER_AVS, 1)));
        assertEquals("maxAvsConfigs", refusal.limit());
        assertEquals(1, refusal.value());
        aggregator.saveAvsConfig(config(AVS, 2));
        assertEquals(List.of(config(AVS, 2)), aggregator.listAvsConfigs());
    }

    @Test
    void shouldFindConfigurationsWhateverTheCaseOfTheAddress() {
        aggregator.saveOperatorSetConfig(config(OperatorSet.of(Address.of("0xAbC"), 1), "m"));
        aggregator.saveAvsConfig(config(Address.of("0xABC"), 1));
        Address lower = Address.of("0xabc");
        assertEquals(
                Optional.of(config(OperatorSet.of(lower, 1), "m")),
                aggregator.getOperatorSetConfig(OperatorSet.of(Address.of("0Xabc"), 1)));
        assertEquals(Optional.of(config(lower, 1)), aggregator.getAvsConfig(lower));
        aggregator.saveAvsConfig(config(lower, 2));
        assertEquals(1, aggregator.listAvsConfigs().size());
    }

    @Test
    void shouldHoldManyConfigurations() {
        for (int i = 0; i < 300; i++) {
            aggregator.saveOperatorSetConfig(config(OperatorSet.of(AVS, i), "m" + i));
            aggregator.saveAvsConfig(config(Address.of("avs-" + i), i));
        }
        for (int i = 0; i < 300; i++) {
            assertEquals(
                    Optional.of(config(OperatorSet.of(AVS, i), "m" + i)),
                    aggregator.getOperatorSetConfig(OperatorSet.of(AVS, i)));
            assertEquals(config(Address.of("avs-" + i), i), aggregator.listAvsConfigs().get(i));
        }
    }
}
