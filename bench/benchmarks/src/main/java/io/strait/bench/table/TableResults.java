package io.strait.bench.table;

import io.strait.bench.report.Conditions;
import java.util.List;
import java.util.Optional;

/**
 * The measured table.
 *
 * @param conditions under which it was measured
 * @param runLength quick or full
 * @param preset how Strait waited
 * @param jvmOrder in which order a row's JVMs ran; read as by contestant where a file does not say
 * @param rows its rows
 */
public record TableResults(
        Conditions conditions,
        String runLength,
        String preset,
        JvmOrder jvmOrder,
        List<RowResult> rows) {
    /** Takes results from before contestants took turns, which do not say in which order. */
    public TableResults {
        jvmOrder = jvmOrder == null ? JvmOrder.BY_CONTESTANT : jvmOrder;
    }

    /** The row of an id, if it is among these. */
    Optional<RowResult> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
