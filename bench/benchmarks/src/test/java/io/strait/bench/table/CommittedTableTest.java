package io.strait.bench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strait.bench.report.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The committed results are of the rows that the code measures: a row that was renamed, that does
 * something else, or that somebody joined since has to be measured again. Seen to fail on results
 * that have one contestant too many.
 */
class CommittedTableTest {
    private static final Path RESULTS =
            Path.of("..", "..", "docs").resolve("benchmarks").resolve("table.json");

    @Test
    void shouldBeOfTheRowsThatTheCodeMeasures() throws IOException {
        List<RowResult> rows = Json.read(RESULTS, TableResults.class).rows();
        assertEquals(
                TableRows.all().stream().map(Row::of).toList(),
                rows.stream().map(Row::of).toList());
    }

    /** What a reader of the page is told of a row. */
    private record Row(String id, String title, String work, List<String> contestants) {
        static Row of(TableRow row) {
            return new Row(row.id(), row.title(), row.work(), labels(row));
        }

        static Row of(RowResult row) {
            return new Row(row.id(), row.title(), row.work(), contestants(row));
        }

        /** Those measured, and those named as missing; where nobody was measured, it says why. */
        private static List<String> contestants(RowResult row) {
            if (row.cells().isEmpty()) {
                assertFalse(row.notRun().isEmpty(), row::toString);
                return TableRows.all().stream()
                        .filter(known -> known.id().equals(row.id()))
                        .flatMap(known -> labels(known).stream())
                        .toList();
            }
            return Stream.concat(
                            row.cells().stream().map(CellResult::contestant),
                            row.missing().stream())
                    .sorted()
                    .toList();
        }

        private static List<String> labels(TableRow row) {
            return row.labels().stream().sorted().toList();
        }
    }
}
