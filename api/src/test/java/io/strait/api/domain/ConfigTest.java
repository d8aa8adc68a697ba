package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertAddressRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRangeRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static io.strait.api.ArgumentRules.assertUint32Rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of {@link OperatorSetConfig} and {@link AvsConfig}. */
class ConfigTest {
    private static final Address AVS = Address.of("avs");
    private static final OperatorSet SET = OperatorSet.of(AVS, 1);
    private static final CurveType CURVE = CurveType.BN254;
    private static final ConsensusType CONSENSUS = ConsensusType.NONE;
    private static final Bytes DATA = Bytes.EMPTY;

    @Test
    void shouldRejectBadPartsOfOperatorSetConfig() {
        assertNotNullRule(
                "operatorSet",
                (OperatorSet v) -> new OperatorSetConfig(v, 0, CURVE, DATA, CONSENSUS, 0));
        assertNotNegativeRule(
                "taskSlaSeconds", v -> new OperatorSetConfig(SET, v, CURVE, DATA, CONSENSUS, 0));
        assertNotNullRule(
                "curveType", (CurveType v) -> new OperatorSetConfig(SET, 0, v, DATA, CONSENSUS, 0));
        assertNotNullRule(
                "metadata", (Bytes v) -> new OperatorSetConfig(SET, 0, CURVE, v, CONSENSUS, 0));
        assertNotNullRule(
                "consensusType",
                (ConsensusType v) -> new OperatorSetConfig(SET, 0, CURVE, DATA, v, 0));
        assertRangeRule(
                "consensusThresholdBps",
                0,
                10_000,
                v -> new OperatorSetConfig(SET, 0, CURVE, DATA, CONSENSUS, v));
    }

    @Test
    void shouldRejectBadPartsOfAvsConfig() {
        assertAddressRule("avs", v -> new AvsConfig(v, 0, List.of(), CURVE));
        assertUint32Rule("aggregatorOperatorSetId", v -> new AvsConfig(AVS, v, List.of(), CURVE));
        assertNotNullRule(
                "executorOperatorSetIds", (List<Long> v) -> new AvsConfig(AVS, 0, v, CURVE));
        assertUint32Rule(
                "executorOperatorSetIds[]", v -> new AvsConfig(AVS, 0, List.of(1L, v), CURVE));
        assertRefused(
                "executorOperatorSetIds[]=null must not be null",
                () -> new AvsConfig(AVS, 0, Arrays.asList(1L, null), CURVE));
        assertNotNullRule("curveType", (CurveType v) -> new AvsConfig(AVS, 0, List.of(), v));
    }

    @Test
    void shouldNameAtMostSoManyExecutorOperatorSets() {
        int max = AvsConfig.MAX_EXECUTOR_OPERATOR_SETS;
        List<Long> most = Collections.nCopies(max, 1L);
        assertEquals(most, new AvsConfig(AVS, 0, most, CURVE).executorOperatorSetIds());
        assertRefused(
                "executorOperatorSetIds.size=1025 must lie between 0 and 1024",
                () -> new AvsConfig(AVS, 0, Collections.nCopies(max + 1, 1L), CURVE));
    }

    @Test
    void shouldCopyTheExecutorOperatorSets() {
        List<Long> source = new ArrayList<>(List.of(1L));
        AvsConfig config = new AvsConfig(AVS, 0, source, CURVE);
        source.set(0, 2L);
        assertEquals(List.of(1L), config.executorOperatorSetIds());
        assertThrows(
                UnsupportedOperationException.class, () -> config.executorOperatorSetIds().add(3L));
    }
}
