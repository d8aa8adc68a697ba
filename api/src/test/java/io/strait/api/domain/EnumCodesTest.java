package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The codes of the domain's enums: they are stored and sent, and may never change. */
class EnumCodesTest {
    @Test
    void shouldKeepCodesOfTaskStatus() {
        assertCodes(
                1,
                List.of(
                        TaskStatus.PENDING,
                        TaskStatus.PROCESSING,
                        TaskStatus.COMPLETED,
                        TaskStatus.FAILED),
                TaskStatus::code,
                TaskStatus::ofCode);
        assertUnknown("a task status", TaskStatus::ofCode, 0, 5);
        assertEquals(4, TaskStatus.values().length);
    }

    @Test
    void shouldKeepCodesOfDeploymentStatus() {
        assertCodes(
                1,
                List.of(
                        DeploymentStatus.PENDING,
                        DeploymentStatus.DEPLOYING,
                        DeploymentStatus.RUNNING,
                        DeploymentStatus.FAILED),
                DeploymentStatus::code,
                DeploymentStatus::ofCode);
        assertUnknown("a deployment status", DeploymentStatus::ofCode, 0, 5);
        assertEquals(4, DeploymentStatus.values().length);
    }

    @Test
    void shouldKeepCodesOfCurveType() {
        assertCodes(
                0,
                List.of(CurveType.UNKNOWN, CurveType.ECDSA, CurveType.BN254),
                CurveType::code,
                CurveType::ofCode);
        assertUnknown("a curve type", CurveType::ofCode, -1, 3);
        assertEquals(3, CurveType.values().length);
    }

    @Test
    void shouldKeepCodesOfConsensusType() {
        assertCodes(
                0,
                List.of(ConsensusType.NONE, ConsensusType.STAKE_PROPORTION_THRESHOLD),
                ConsensusType::code,
                ConsensusType::ofCode);
        assertUnknown("a consensus type", ConsensusType::ofCode, -1, 2);
        assertEquals(2, ConsensusType.values().length);
    }

    private static <E> void assertCodes(
            int first, List<E> constants, ToIntFunction<E> code, IntFunction<E> ofCode) {
        for (int i = 0; i < constants.size(); i++) {
            E constant = constants.get(i);
            assertEquals(first + i, code.applyAsInt(constant));
            assertSame(constant, ofCode.apply(first + i));
        }
    }

    /** Just below the first code, just above the last one, and far away. */
    private static void assertUnknown(
            String kind, IntFunction<?> ofCode, int justBelow, int justAbove) {
        for (int code : new int[] {justBelow, justAbove, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRefused("code=" + code + " is not the code of " + kind, () -> ofCode.apply(code));
        }
    }
}
