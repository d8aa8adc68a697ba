package io.strait.bench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.ResultsFolder;
import io.strait.bench.subject.Floor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Every row of the quick table runs, and its own check of the store passes, for all forms of
 * Strait, and for floors. Nothing is said about time. Seen to fail on a contestant that forgets
 * every hundredth task.
 */
class TableRunnerTest {
    private static final RunLength ONCE =
            new RunLength(
                    "once", 0, 0, TimeValue.milliseconds(1), 1, TimeValue.milliseconds(1), 0, 1);

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("rows")
    void shouldMeasure(TableRow row) throws Exception {
        TableRunner runner = new TableRunner(ONCE, WaitPreset.BALANCED, ResultsFolder.at(folder));
        for (String label : withoutRivals(row)) {
            CellResult cell = runner.run(row, label, 1);
            assertEquals(label, cell.contestant());
            assertTrue(cell.nsPerOp() > 0);
            assertEquals(List.of(1), cell.samplesNs().byJvm().stream().map(List::size).toList());
        }
    }

    private static List<String> withoutRivals(TableRow row) {
        return row.labels().stream()
                .filter(
                        label ->
                                Floor.labelled(label).isPresent()
                                        || ContestantKind.ofLabel(label).isStrait())
                .toList();
    }

    private static Stream<TableRow> rows() {
        return TableRows.all().stream().filter(row -> !row.fullOnly());
    }
}
