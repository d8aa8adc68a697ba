package io.strait.bench.table;

import io.strait.bench.report.Conditions;
import java.util.List;

/**
 * The measured table.
 *
 * @param conditions under which it was measured
 * @param runLength quick or full
 * @param preset how Strait waited
 * @param rows its rows
 */
public record TableResults(
        Conditions conditions, String runLength, String preset, List<RowResult> rows) {}
