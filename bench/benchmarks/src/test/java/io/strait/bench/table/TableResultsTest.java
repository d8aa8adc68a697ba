package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.MVSTORE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.Json;
import io.strait.bench.report.ResultsException;
import io.strait.bench.subject.Floor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of measured cells: ratios, JSON, CSV and the text of the table. Seen to fail when a
 * row is compared although a rival's cell failed.
 */
class TableResultsTest {
    private static final CellResult STRAIT = cell(STRAIT_SYNC, 0, 49, 51, 50);
    private static final CellResult HAND_OFF = cell(STRAIT_ASYNC, 48, 101, 103, 102);
    private static final CellResult BEST = cell(LOCKED, 24, 99, 101, 100);
    private static final CellResult OTHER = cell(MVSTORE, 240, 1_233, 1_236, 1_234);
    private static final CellResult FLOOR = cell(Floor.PING_PONG.label(), 0, 9, 11, 10);
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
                    JvmOrder.IN_TURN,
                    List.of(ROW, FAILED, LEFT_OUT));

    @TempDir private Path folder;

    @Test
    void shouldCompareWithTheFastestRival() {
        assertEquals(BEST.contestant(), ROW.bestRival().orElseThrow().contestant());
        assertEquals(2.0002, ROW.of(STRAIT_SYNC).orElseThrow().ratio().value());
        assertNull(ROW.of(LOCKED).orElseThrow().ratio());
    }

    @Test
    void shouldNotCompareWhereARivalWasNotMeasured() {
        assertEquals(List.of("strait-async", "locked"), FAILED.missing());
        assertTrue(FAILED.bestRival().isEmpty());
        assertTrue(FAILED.cells().stream().allMatch(cell -> cell.ratio() == null));
        assertTrue(LEFT_OUT.bestRival().isEmpty());
    }

    /** However fast it is. Seen to fail when a floor is taken for a rival, and when compared. */
    @Test
    void shouldNotTakeAFloorForARival() {
        RowResult row = row("set-block-1", "Set", STRAIT, FLOOR, BEST);
        assertEquals(BEST.contestant(), row.bestRival().orElseThrow().contestant());
        assertEquals(2.0002, row.of(STRAIT_SYNC).orElseThrow().ratio().value());
        assertNull(row.of(Floor.PING_PONG).orElseThrow().ratio());
        TableResults table = table(row);
        assertEquals("", TableLosses.of(table));
        assertFalse(TableSection.summary(table).contains("ping-pong"));
        List<String> cells =
                List.of(TableSection.cells(table).lines().toList().get(3).split("\\|"));
        assertEquals("ping-pong (floor)", cells.get(2).strip());
        assertEquals("", cells.get(9).strip());
    }

    /** Without a floor the row is compared all the same. */
    @Test
    void shouldTellThatAFloorWasNotMeasured() {
        TableRow row =
                TableRow.of("r", "R", "saves", TableResultsTest.class, List.of(STRAIT_SYNC, LOCKED))
                        .withFloors(Map.of(STRAIT_SYNC, Floor.PING_PONG));
        RowResult measured = RowResult.of(row, 3, List.of(STRAIT, BEST), "ping-pong failed");
        assertEquals(List.of("ping-pong"), measured.missing());
        assertTrue(measured.bestRival().isPresent());
        String cells = TableSection.cells(table(measured));
        assertTrue(cells.contains("not run here: ping-pong (floor) (ping-pong failed)"), cells);
    }

    @Test
    void shouldSurviveJson() throws Exception {
        Path file = folder.resolve("table.json");
        Json.write(file, TABLE);
        assertEquals(TABLE, Json.read(file, TableResults.class));
    }

    /** In the table's order. Seen to fail when the rows of before are appended, or win. */
    @Test
    void shouldTakeRowsOfALaterRun() {
        RowResult first = row("get-task", "GetTask", STRAIT, BEST);
        RowResult again = row("save-task", "again", STRAIT, BEST);
        TableResults merged = table(first, row("save-task", "SaveTask", BEST)).with(table(again));
        assertEquals(
                List.of("again", "GetTask"), merged.rows().stream().map(RowResult::title).toList());
        assertEquals("table; table", merged.conditions().command());
    }

    @Test
    void shouldNotMergeWhatCannotBeCompared() {
        Conditions other =
                new Conditions("table", "2026-01-02", "def", "cpu", 2, 1, "os", "17", List.of());
        assertThrows(ResultsException.class, () -> table(ROW).with(under(other, "quick")));
        assertThrows(
                ResultsException.class, () -> table(ROW).with(under(TABLE.conditions(), "full")));
    }

    private static TableResults under(Conditions conditions, String length) {
        return new TableResults(conditions, length, "BALANCED", JvmOrder.IN_TURN, List.of(ROW));
    }

    @Test
    void shouldNotSayThatContestantsTookTurnsWhereAFileDoesNot() throws Exception {
        Path file = folder.resolve("table.json");
        Json.write(file, TABLE);
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"jvmOrder\" : \"IN_TURN\",\\s*", ""));
        assertEquals(JvmOrder.BY_CONTESTANT, Json.read(file, TableResults.class).jvmOrder());
    }

    @Test
    void shouldWriteACsvLineForEachCell() {
        List<String> lines = TableCsv.of(TABLE).lines().toList();
        assertEquals(1 + ROW.cells().size() + FAILED.cells().size(), lines.size());
        assertEquals(
                "save-task,SaveTask,620.9,493,10,679.7,415,13,1814.0,499,10,1954.0,474,13,"
                        + "strait-sync,49.993,44.579,56.065,3,49.0,51.0,459.0,0.0,0.5,2.0002,1.85208,2.16016",
                lines.get(1));
    }

    @Test
    void shouldWriteEveryCellAndWhoWasNotMeasured() {
        assertEquals(
                """
                | Row      | Contestant                                                    | ns/op | 99 % interval | JVMs | range of JVMs' medians | slowest iteration | B/op | times as fast as the best rival |
                | -------- | ------------------------------------------------------------- | ----: | ------------: | ---: | ---------------------: | ----------------: | ---: | ------------------------------: |
                | SaveTask | strait-sync                                                   |  50.0 |     44.6–56.1 |    3 |              49.0–51.0 |               459 |    0 |                2.00 (1.85–2.16) |
                |          | strait-async (hand-off)                                       |   102 |      96.4–108 |    3 |                101–103 |               927 | 48.0 |              ~ 0.98 (0.94–1.02) |
                |          | locked                                                        |   100 |      94.4–106 |    3 |               99.0–101 |               909 | 24.0 |                            best |
                |          | mvstore                                                       | 1,234 |   1,226–1,243 |    3 |            1,233–1,236 |            11,124 |  240 |             0.081 (0.077–0.086) |
                | Fails    | strait-sync                                                   |  50.0 |     44.6–56.1 |    3 |              49.0–51.0 |               459 |    0 |                                 |
                |          | mvstore                                                       | 1,234 |   1,226–1,243 |    3 |            1,233–1,236 |            11,124 |  240 |                                 |
                |          | not run here: strait-async (hand-off), locked (locked failed) |       |               |      |                        |                   |      |                                 |
                | Big      | not run: full run only                                        |       |               |      |                        |                   |      |                                 |
                """,
                TableSection.cells(TABLE));
    }

    @Test
    void shouldWriteALineForEachRow() {
        assertEquals(
                """
                | Row, ns/op | Go, published | Go, run again | best rival |     | strait-sync |            ratio | strait-async (hand-off) |              ratio |
                | ---------- | ------------: | ------------: | ---------: | --: | ----------: | ---------------: | ----------------------: | -----------------: |
                | SaveTask   |           621 |         1,814 |     locked | 100 |        50.0 | 2.00 (1.85–2.16) |                     102 | ~ 0.98 (0.94–1.02) |
                | Fails      |               |               |  not known |     |        50.0 |                  |                         |                    |
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
        RowResult lost = row("lost", "Lost", cell(STRAIT_SYNC, 0, 999, 1_001, 1_000), BEST);
        RowResult oneJvm =
                row(
                        "one",
                        "One",
                        cell(STRAIT_SYNC, 0, 300),
                        cell(STRAIT_ASYNC, 0, 60),
                        cell(LOCKED, 0, 100));
        TableResults table =
                new TableResults(
                        TABLE.conditions(),
                        "full",
                        "BALANCED",
                        JvmOrder.IN_TURN,
                        List.of(ROW, lost, oneJvm, FAILED));
        assertEquals(
                """
                | Row  | Contestant  | Faster rival | Strait's time ÷ the rival's |
                | ---- | ----------- | ------------ | --------------------------: |
                | Lost | strait-sync | locked       |            10.0 (9.46–10.6) |

                Undecided, because the ratio's interval contains 1: SaveTask, strait-async (hand-off), 1.02 × the time of locked.

                Slower, by one JVM's figures, which is no verdict: One, strait-sync, 3.00 × the time of locked.

                Not compared, because a rival was not measured: Fails, strait-sync.
                """,
                TableLosses.of(table));
    }

    /** As the quick table has them: figures, and nothing that could pass for a verdict. */
    @Test
    void shouldSayOnTheTerminalThatOneJvmGivesNoVerdict() {
        RowResult row = row("one", "One", cell(STRAIT_SYNC, 0, 300), cell(LOCKED, 0, 100));
        String text = TableSection.of(table(row));
        assertTrue(text.contains("| 0.33 (one JVM) |"), text);
        assertTrue(text.contains("|   300 |       one JVM |    1 |"), text);
        assertTrue(text.contains("Slower, by one JVM's figures, which is no verdict: One"), text);
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

    private static TableResults table(RowResult... rows) {
        return new TableResults(
                TABLE.conditions(), "quick", "BALANCED", JvmOrder.IN_TURN, List.of(rows));
    }

    private static RowResult row(String id, String title, CellResult... cells) {
        return new RowResult(id, title, "saves", 3, 1, List.of(cells), List.of(), "");
    }

    private static RowResult row(String id, String title, String notRun, CellResult... cells) {
        TableRow row =
                TableRow.of(
                        id,
                        title,
                        "saves",
                        TableResultsTest.class,
                        List.of(STRAIT_SYNC, STRAIT_ASYNC, LOCKED, MVSTORE));
        return RowResult.of(row, 3, List.of(cells), notRun);
    }

    /** Measured in as many JVMs as there are medians. */
    private static CellResult cell(ContestantKind kind, double bytes, double... medians) {
        return cell(kind.label(), bytes, medians);
    }

    private static CellResult cell(String label, double bytes, double... medians) {
        Samples samples =
                new Samples(
                        DoubleStream.of(medians)
                                .mapToObj(median -> List.of(median - 1, median * 9, median))
                                .toList());
        return new CellResult(label, bytes, 0.5, null, samples);
    }
}
