package io.strait.api.domain;

import io.strait.api.internal.Require;
import java.util.List;

/**
 * Who serves an AVS.
 *
 * @param avs whose configuration it is
 * @param aggregatorOperatorSetId the operator set that aggregates, 0 to 2^32-1
 * @param executorOperatorSetIds the operator sets that execute, each 0 to 2^32-1, at most 1,024
 * @param curveType the curve that they sign with
 */
public record AvsConfig(
        Address avs,
        long aggregatorOperatorSetId,
        List<Long> executorOperatorSetIds,
        CurveType curveType) {
    /** The most executor operator sets that an AVS can name. */
    public static final int MAX_EXECUTOR_OPERATOR_SETS = 1024;

    /**
     * Checks the parts and copies the list.
     *
     * @param avs whose configuration it is
     * @param aggregatorOperatorSetId the operator set that aggregates, 0 to 2^32-1
     * @param executorOperatorSetIds the operator sets that execute, each 0 to 2^32-1, at most 1,024
     * @param curveType the curve that they sign with
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public AvsConfig {
        Addresses.required("avs", avs);
        Require.uint32("aggregatorOperatorSetId", aggregatorOperatorSetId);
        executorOperatorSetIds = Require.copyOf("executorOperatorSetIds", executorOperatorSetIds);
        Require.inRange(
                "executorOperatorSetIds.size",
                executorOperatorSetIds.size(),
                0,
                MAX_EXECUTOR_OPERATOR_SETS);
        for (long id : executorOperatorSetIds) {
            Require.uint32("executorOperatorSetIds[]", id);
        }
        Require.notNull("curveType", curveType);
    }
}
