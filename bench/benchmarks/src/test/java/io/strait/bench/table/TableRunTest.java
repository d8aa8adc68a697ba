package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP;
import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.subject.Floor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** Whose turn it is, what becomes of the JVMs' figures, and of a cell that fails. */
class TableRunTest {
    private static final TableRow ROW =
            TableRow.of(
                            "row",
                            "Row",
                            "works",
                            TableRunTest.class,
                            List.of(STRAIT_ASYNC, LOCKED, CONCURRENT_MAP))
                    .onHeap(1, 2);

    private final List<String> turns = new ArrayList<>();
    private final StringWriter terminal = new StringWriter();

    @Test
    void shouldLetContestantsTakeTurnsAndPutTheirJvmsTogether() {
        TableRun run = run((row, label, jvm) -> measure(label, jvm));
        List<List<RowResult>> saved = new ArrayList<>();
        List<RowResult> rows = run.run(List.of(ROW, ROW), saved::add);
        assertEquals(
                List.of(
                        "strait-async 1",
                        "locked 1",
                        "concurrent-map 1",
                        "strait-async 2",
                        "locked 2",
                        "concurrent-map 2"),
                turns.subList(0, 6));
        CellResult cell = rows.get(0).of(LOCKED).orElseThrow();
        assertEquals(List.of(List.of(10.0, 11.0), List.of(20.0, 21.0)), cell.samplesNs().byJvm());
        assertEquals(150, cell.bytesPerOp());
        assertEquals(15, cell.writerBytesPerOp());
        assertEquals(2, rows.get(0).forks());
        assertEquals(List.of(1, 2), saved.stream().map(List::size).toList());
        assertFalse(run.hasFailed());
        assertTrue(terminal.toString().contains("[ 12/12]"), this::told);
        assertTrue(terminal.toString().contains("strait-async (hand-off)"), this::told);
    }

    @Test
    void shouldLeaveOutACellThatFailsInALaterJvmAndMeasureTheOthers() {
        TableRun run =
                run(
                        (row, label, jvm) -> {
                            if (label.equals(STRAIT_ASYNC.label())) {
                                throw new RunnerException("see the log");
                            }
                            if (label.equals(LOCKED.label()) && jvm == 2) {
                                throw new RunnerException("see the other log");
                            }
                            return measure(label, jvm);
                        });
        RowResult row = run.run(List.of(ROW), saved -> {}).get(0);
        assertEquals(List.of("locked 1", "concurrent-map 1", "concurrent-map 2"), turns);
        assertEquals("strait-async failed, locked failed", row.notRun());
        assertEquals(List.of("strait-async", "locked"), row.missing());
        assertEquals(
                List.of("concurrent-map"),
                row.cells().stream().map(CellResult::contestant).toList());
        assertTrue(run.hasFailed());
        assertTrue(terminal.toString().contains("see the other log"), this::told);
        assertTrue(terminal.toString().contains("[  5/5]"), this::told);
    }

    /** A floor behind its contestant, so that what drifts does so for both. */
    @Test
    void shouldLetFloorsTakeTurnsToo() {
        TableRun run = run((row, label, jvm) -> measure(label, jvm));
        TableRow row = ROW.withFloors(Map.of(STRAIT_ASYNC, Floor.BARE_RING));
        RowResult measured = run.run(List.of(row), saved -> {}).get(0);
        assertEquals(
                List.of("strait-async 1", "bare-ring 1", "locked 1", "concurrent-map 1"),
                turns.subList(0, 4));
        assertEquals(2, measured.of(Floor.BARE_RING).orElseThrow().samplesNs().jvmCount());
        assertTrue(terminal.toString().contains("[  8/8] Row"), this::told);
        assertTrue(terminal.toString().contains("bare-ring (floor)"), this::told);
    }

    private String told() {
        return terminal.toString();
    }

    private TableRun run(TableRun.JvmRun jvmRun) {
        Progress progress = new Progress(new PrintWriter(terminal));
        return new TableRun(jvmRun, RunLength.FULL, 4_096, progress);
    }

    private CellResult measure(String label, int jvm) {
        turns.add(label + " " + jvm);
        Samples samples = new Samples(List.of(List.of(10.0 * jvm, 10.0 * jvm + 1)));
        return new CellResult(label, 100.0 * jvm, 10.0 * jvm, null, samples);
    }
}
