package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP;
import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.contestant.ContestantKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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
        TableRun run = run((row, contestant, jvm) -> measure(contestant, jvm));
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
                        (row, contestant, jvm) -> {
                            if (contestant == STRAIT_ASYNC) {
                                throw new RunnerException("see the log");
                            }
                            if (contestant == LOCKED && jvm == 2) {
                                throw new RunnerException("see the other log");
                            }
                            return measure(contestant, jvm);
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

    private String told() {
        return terminal.toString();
    }

    private TableRun run(TableRun.JvmRun jvmRun) {
        Progress progress = new Progress(new PrintWriter(terminal));
        return new TableRun(jvmRun, RunLength.FULL, 4_096, progress);
    }

    private CellResult measure(ContestantKind contestant, int jvm) {
        turns.add(contestant.label() + " " + jvm);
        Samples samples = new Samples(List.of(List.of(10.0 * jvm, 10.0 * jvm + 1)));
        return new CellResult(contestant.label(), 100.0 * jvm, 10.0 * jvm, null, samples);
    }
}
