package io.strait.bench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.report.Conditions;
import io.strait.bench.report.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of measured cells: ratios, JSON, CSV and the text of the table. */
class TableResultsTest {
    private static final CellResult STRAIT =
            new CellResult("strait-sync", 50, 5, 0, 0, null, List.of(45.0, 55.0));
    private static final CellResult ASYNC =
            new CellResult("strait-async", 200, 2, 48, 0.5, null, List.of(200.0));
    private static final CellResult LOCKED =
            new CellResult("locked", 100, 10, 24, 0, null, List.of(100.0));
    private static final CellResult MVSTORE =
            new CellResult("mvstore", 1_234.5, 10, 240, 0, null, List.of(1_234.5));
    private static final RowResult ROW =
            RowResult.of(
                    TableRow.of(
                            "save-task",
                            "SaveTask",
                            "saves",
                            Published.ofStore(620.9, 493, 10, 1_814).andSyncMap(679.7, 1_954),
                            TableResultsTest.class,
                            List.of()),
                    1,
                    List.of(STRAIT, ASYNC, LOCKED, MVSTORE),
                    "");
    private static final RowResult LEFT_OUT =
            RowResult.of(
                    TableRow.of(
                            "big",
                            "Big",
                            "reads",
                            Published.NOTHING,
                            TableResultsTest.class,
                            List.of()),
                    1,
                    List.of(),
                    "full run only");
    private static final TableResults TABLE =
            new TableResults(
                    new Conditions(
                            "table", "2026-01-02", "abc", "cpu", 2, 1, "os", "17", List.of()),
                    "quick",
                    "BALANCED",
                    List.of(ROW, LEFT_OUT));

    @TempDir private Path folder;

    @Test
    void shouldCompareWithTheFastestRival() {
        assertEquals(LOCKED.contestant(), ROW.bestRival().orElseThrow().contestant());
        Ratio ratio = Ratio.of(LOCKED, STRAIT);
        assertEquals(2, ratio.value());
        assertEquals(2 * Math.hypot(0.1, 0.1), ratio.error(), 1e-5);
        assertTrue(LEFT_OUT.bestRival().isEmpty());
    }

    @Test
    void shouldSurviveJson() throws Exception {
        Path file = folder.resolve("table.json");
        Json.write(file, TABLE);
        assertEquals(TABLE, Json.read(file, TableResults.class));
    }

    @Test
    void shouldWriteACsvLineForEachCell() {
        List<String> lines = TableCsv.of(TABLE).lines().toList();
        assertEquals(1 + ROW.cells().size(), lines.size());
        assertEquals(
                "save-task,SaveTask,620.9,1814.0,strait-sync,50.0,5.0,0.0,0.0,2.0,0.28284",
                lines.get(1));
    }

    @Test
    void shouldWriteEveryCellAndALineForEachRow() {
        assertEquals(
                """
                | Row      | Contestant              | ns/op |    ± | B/op | times as fast as the best rival |
                | -------- | ----------------------- | ----: | ---: | ---: | ------------------------------: |
                | SaveTask | strait-sync             |  50.0 | 5.00 |    0 |                     2.00 ± 0.28 |
                |          | strait-async (hand-off) |   200 | 2.00 | 48.0 |                    0.50 ± 0.050 |
                |          | locked                  |   100 | 10.0 | 24.0 |                     1.00 ± 0.14 |
                |          | mvstore                 | 1,235 | 10.0 |  240 |                   0.081 ± 0.008 |
                | Big      | not run: full run only  |       |      |      |                                 |
                """,
                TableSection.cells(TABLE));
        assertEquals(
                """
                | Row, ns/op | Go, published | Go, run again | best rival |     | Strait, sync |       ratio | Strait, hand-off |        ratio |
                | ---------- | ------------: | ------------: | ---------: | --: | -----------: | ----------: | ---------------: | -----------: |
                | SaveTask   |           621 |         1,814 |     locked | 100 |         50.0 | 2.00 ± 0.28 |              200 | 0.50 ± 0.050 |
                """,
                TableSection.summary(TABLE));
    }

    @Test
    void shouldNameEveryRowOnce() {
        List<TableRow> rows = TableRows.all();
        assertEquals(
                rows.size(), rows.stream().map(TableRow::id).collect(Collectors.toSet()).size());
        assertEquals(
                rows.size(), rows.stream().map(TableRow::title).collect(Collectors.toSet()).size());
    }
}
