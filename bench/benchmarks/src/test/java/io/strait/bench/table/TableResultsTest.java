package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.MVSTORE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of measured cells: ratios, JSON, CSV and the text of the table. Seen to fail when a
 * row is compared although a rival's cell failed.
 */
class TableResultsTest {
    private static final CellResult STRAIT = cell(STRAIT_SYNC, 0, 49, 51);
    private static final CellResult HAND_OFF = cell(STRAIT_ASYNC, 48, 101, 103);
    private static final CellResult BEST = cell(LOCKED, 24, 99, 101);
    private static final CellResult OTHER = cell(MVSTORE, 240, 1_233, 1_236);
    private static final RowResult ROW =
            row("save-task", "SaveTask", STRAIT, HAND_OFF, BEST, OTHER);
    private static final RowResult FAILED = row("fails", "Fails", "locked failed", STRAIT, OTHER);
    private static final RowResult LEFT_OUT = row("big", "Big", "full run only");
    private static final TableResults TABLE =
            new TableResults(
                    new Conditions(
                            "table", "2026-01-02", "abc", "cpu", 2, 1, "os", "17", List.of()),
                    "quick",
                    "BALANCED",
                    List.of(ROW, FAILED, LEFT_OUT));

    @TempDir private Path folder;

    @Test
    void shouldCompareWithTheFastestRival() {
        assertEquals(BEST.contestant(), ROW.bestRival().orElseThrow().contestant());
        assertEquals(2, ROW.of(STRAIT_SYNC).orElseThrow().ratio().value());
        assertNull(ROW.of(LOCKED).orElseThrow().ratio());
    }

    @Test
    void shouldNotCompareWhereARivalWasNotMeasured() {
        assertEquals(List.of("strait-async", "locked"), FAILED.missing());
        assertTrue(FAILED.bestRival().isEmpty());
        assertTrue(FAILED.cells().stream().allMatch(cell -> cell.ratio() == null));
        assertTrue(LEFT_OUT.bestRival().isEmpty());
    }

    @Test
    void shouldSurviveJson() throws Exception {
        Path file = folder.resolve("table.json");
        Json.write(file, TABLE);
        assertEquals(TABLE, Json.read(file, TableResults.class));
    }

    @Test
    void shouldReadWhatWasWrittenBeforeSamplesWereKeptByJvm() throws Exception {
        Path file = folder.resolve("row.json");
        Files.writeString(
                file,
                """
                {"id": "save-task", "title": "SaveTask", "work": "saves", "forks": 2, "heapGb": 1,
                 "published": {"store": 620.9, "storeBytes": 493, "storeRerun": 1814.0},
                 "cells": [
                   {"contestant": "strait-sync", "nsPerOp": 50, "errorNs": 3, "bytesPerOp": 0,
                    "writerBytesPerOp": 0, "ratio": {"value": 2, "error": 0.1},
                    "samplesNs": [48, 50, 50, 52]},
                   {"contestant": "locked", "nsPerOp": 100, "errorNs": 3, "bytesPerOp": 24,
                    "writerBytesPerOp": 0, "ratio": {"value": 1, "error": 0.1},
                    "samplesNs": [99, 99, 101, 101]}],
                 "notRun": ""}
                """);
        RowResult row = Json.read(file, RowResult.class);
        CellResult strait = row.of(STRAIT_SYNC).orElseThrow();
        assertEquals(
                List.of(List.of(48.0, 50.0), List.of(50.0, 52.0)), strait.samplesNs().byFork());
        assertEquals(ROW.of(STRAIT_SYNC).orElseThrow().ratio(), strait.ratio());
        assertEquals(ROW.published(), row.published());
    }

    @Test
    void shouldWriteACsvLineForEachCell() {
        List<String> lines = TableCsv.of(TABLE).lines().toList();
        assertEquals(1 + ROW.cells().size() + FAILED.cells().size(), lines.size());
        assertEquals(
                "save-task,SaveTask,620.9,493,10,679.7,415,13,1814.0,499,10,1954.0,474,13,"
                        + "strait-sync,50.0,63.657,\"2 JVMs\",49.0,51.0,0.0,0.5,2.0,1.31627,3.03888",
                lines.get(1));
    }

    @Test
    void shouldWriteEveryCellAndWhoWasNotMeasured() {
        assertEquals(
                """
                | Row      | Contestant                                         | ns/op |    ± | ± over | range over JVMs | B/op | times as fast as the best rival |
                | -------- | -------------------------------------------------- | ----: | ---: | -----: | --------------: | ---: | ------------------------------: |
                | SaveTask | strait-sync                                        |  50.0 | 63.7 | 2 JVMs |       49.0–51.0 |    0 |                2.00 (1.32–3.04) |
                |          | strait-async (hand-off)                            |   102 | 63.7 | 2 JVMs |         101–103 | 48.0 |              ~ 0.98 (0.85–1.13) |
                |          | locked                                             |   100 | 63.7 | 2 JVMs |        99.0–101 | 24.0 |                            best |
                |          | mvstore                                            | 1,235 | 95.5 | 2 JVMs |     1,233–1,236 |  240 |              0.081 (0.046–0.14) |
                | Fails    | strait-sync                                        |  50.0 | 63.7 | 2 JVMs |       49.0–51.0 |    0 |                                 |
                |          | mvstore                                            | 1,235 | 95.5 | 2 JVMs |     1,233–1,236 |  240 |                                 |
                |          | not run here: strait-async, locked (locked failed) |       |      |        |                 |      |                                 |
                | Big      | not run: full run only                             |       |      |        |                 |      |                                 |
                """,
                TableSection.cells(TABLE));
    }

    @Test
    void shouldWriteALineForEachRow() {
        assertEquals(
                """
                | Row, ns/op | Go, published | Go, run again | best rival |     | strait-sync |            ratio | strait-async |              ratio |
                | ---------- | ------------: | ------------: | ---------: | --: | ----------: | ---------------: | -----------: | -----------------: |
                | SaveTask   |           621 |         1,814 |     locked | 100 |        50.0 | 2.00 (1.32–3.04) |          102 | ~ 0.98 (0.85–1.13) |
                | Fails      |               |               |  not known |     |        50.0 |                  |              |                    |
                """,
                TableSection.summary(TABLE));
    }

    @Test
    void shouldWriteAllThatWasPublished() {
        assertEquals(
                """
                | Go benchmark, an operation |           published: store |      published: `sync.Map` |           run again: store |      run again: `sync.Map` |
                | -------------------------- | -------------------------: | -------------------------: | -------------------------: | -------------------------: |
                | SaveTask                   | 620.9 ns, 493 B, 10 allocs | 679.7 ns, 415 B, 13 allocs | 1,814 ns, 499 B, 10 allocs | 1,954 ns, 474 B, 13 allocs |
                """,
                TableSection.published(TABLE));
    }

    @Test
    void shouldListLossesAndNameWhatIsUndecided() {
        RowResult lost = row("lost", "Lost", cell(STRAIT_SYNC, 0, 999, 1_001), BEST);
        TableResults table =
                new TableResults(
                        TABLE.conditions(), "full", "BALANCED", List.of(ROW, lost, FAILED));
        assertEquals(
                """
                | Row  | Contestant  | Faster rival | Strait's time ÷ the rival's |
                | ---- | ----------- | ------------ | --------------------------: |
                | Lost | strait-sync | locked       |            10.0 (5.53–18.1) |

                Undecided, because the ratio's interval contains 1: SaveTask (strait-async).

                Not compared, because a rival was not measured: Fails (strait-sync).
                """,
                TableLosses.of(table));
    }

    @Test
    void shouldKnowWhichRowsThePublishedFiguresAreOf() {
        Set<String> ids = TableRows.all().stream().map(TableRow::id).collect(Collectors.toSet());
        assertTrue(ids.containsAll(GoTable.FIGURES.keySet()), GoTable.FIGURES.keySet()::toString);
    }

    @Test
    void shouldNameEveryRowOnce() {
        List<TableRow> rows = TableRows.all();
        assertEquals(
                rows.size(), rows.stream().map(TableRow::id).collect(Collectors.toSet()).size());
        assertEquals(
                rows.size(), rows.stream().map(TableRow::title).collect(Collectors.toSet()).size());
    }

    private static RowResult row(String id, String title, CellResult... cells) {
        return new RowResult(id, title, "saves", 2, 1, List.of(cells), List.of(), "");
    }

    private static RowResult row(String id, String title, String notRun, CellResult... cells) {
        TableRow row =
                TableRow.of(
                        id,
                        title,
                        "saves",
                        TableResultsTest.class,
                        List.of(STRAIT_SYNC, STRAIT_ASYNC, LOCKED, MVSTORE));
        return RowResult.of(row, 2, List.of(cells), notRun);
    }

    /** Measured in two JVMs. */
    private static CellResult cell(ContestantKind kind, double bytes, double first, double second) {
        Samples samples =
                new Samples(List.of(List.of(first - 1, first + 1), List.of(second, second)));
        return new CellResult(kind.label(), bytes, 0.5, null, samples);
    }
}
