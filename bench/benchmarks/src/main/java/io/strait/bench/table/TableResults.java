package io.strait.bench.table;

import io.strait.bench.report.Conditions;
import io.strait.bench.report.ResultsException;
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

    /**
     * These with the rows of a later run, which replace those of the same ids; in the table's
     * order.
     *
     * @throws ResultsException when the two cannot stand in one table
     */
    TableResults with(TableResults later) {
        Conditions merged = conditions.and(later.conditions);
        if (!List.of(runLength, preset, jvmOrder)
                .equals(List.of(later.runLength, later.preset, later.jvmOrder))) {
            throw new ResultsException(
                    "cannot merge a table of another length, preset or order of JVMs");
        }
        return new TableResults(
                merged,
                runLength,
                preset,
                jvmOrder,
                TableRows.all().stream()
                        .flatMap(known -> later.row(known.id()).or(() -> row(known.id())).stream())
                        .toList());
    }

    /** The row of an id, if it is among these. */
    Optional<RowResult> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
