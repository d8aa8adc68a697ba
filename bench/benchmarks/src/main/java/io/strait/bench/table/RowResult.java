package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.subject.Floor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A measured row.
 *
 * @param id its short name
 * @param title its name in the table
 * @param work what one operation does
 * @param forks JVMs a cell
 * @param heapGb their heap, GiB
 * @param cells who was measured, each but the floors compared with the best rival
 * @param missing the labels of those that belong to the row and were not measured, although it was
 * @param notRun why the row, or a part of it, was not measured; empty when all was
 */
@JsonPropertyOrder({
    "id",
    "title",
    "work",
    "forks",
    "heapGb",
    "published",
    "cells",
    "missing",
    "notRun"
})
@JsonIgnoreProperties(value = "published", allowGetters = true)
record RowResult(
        String id,
        String title,
        String work,
        int forks,
        int heapGb,
        List<CellResult> cells,
        List<String> missing,
        String notRun) {

    /** Compares. */
    RowResult {
        missing = List.copyOf(missing);
        Optional<CellResult> best = bestRival(cells, missing);
        cells = cells.stream().map(cell -> compared(cell, best)).toList();
    }

    /** A row of cells that are to be compared. */
    static RowResult of(TableRow row, int forks, List<CellResult> cells, String notRun) {
        return new RowResult(
                row.id(),
                row.title(),
                row.work(),
                forks,
                row.heapGb(),
                cells,
                cells.isEmpty() ? List.of() : missing(row, cells),
                notRun);
    }

    /** The Go benchmark's figures. */
    @JsonProperty
    Published published() {
        return Published.ofRow(id);
    }

    Optional<CellResult> of(ContestantKind kind) {
        return of(kind.label());
    }

    Optional<CellResult> of(Floor floor) {
        return of(floor.label());
    }

    /** The fastest that is not Strait; nobody when a rival that might be it was not measured. */
    Optional<CellResult> bestRival() {
        return bestRival(cells, missing);
    }

    /** Whether a cell is the best rival's. */
    boolean isBestRival(CellResult cell) {
        return bestRival()
                .filter(rival -> rival.contestant().equals(cell.contestant()))
                .isPresent();
    }

    private Optional<CellResult> of(String label) {
        return cells.stream().filter(cell -> cell.contestant().equals(label)).findFirst();
    }

    private static CellResult compared(CellResult cell, Optional<CellResult> bestRival) {
        return bestRival
                .filter(rival -> !cell.isFloor())
                .map(cell::comparedWith)
                .orElseGet(cell::notCompared);
    }

    private static Optional<CellResult> bestRival(List<CellResult> cells, List<String> missing) {
        if (missing.stream().anyMatch(RowResult::isRival)) {
            return Optional.empty();
        }
        return cells.stream()
                .filter(cell -> isRival(cell.contestant()))
                .min(Comparator.comparingDouble(CellResult::nsPerOp));
    }

    private static List<String> missing(TableRow row, List<CellResult> cells) {
        List<String> measured = cells.stream().map(CellResult::contestant).toList();
        return row.labels().stream().filter(label -> !measured.contains(label)).toList();
    }

    private static boolean isRival(String label) {
        return Floor.labelled(label).isEmpty() && !ContestantKind.ofLabel(label).isStrait();
    }
}
