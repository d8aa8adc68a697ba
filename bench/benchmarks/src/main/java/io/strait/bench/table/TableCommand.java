package io.strait.bench.table;

import io.strait.api.WaitPreset;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.ResultsFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the table and prints it. */
@Command(
        name = "table",
        description = "Measures the table: every operation, every contestant, side by side.",
        mixinStandardHelpOptions = true)
public final class TableCommand implements Callable<Integer> {
    private static final int COMMON_HEAP_GB = TableRow.DEFAULT_HEAP_GB;

    @Spec private CommandSpec spec;

    @Option(
            names = "--full",
            description = "Several forks and longer iterations: for figures to publish.")
    private boolean full;

    @Option(
            names = "--rows",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Only rows whose names match, for example 'set-block-.*'.")
    private Pattern rows;

    @Option(
            names = "--preset",
            defaultValue = "LOWEST_LATENCY",
            description = "How Strait waits: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private WaitPreset preset;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "bench/results",
            description = "Where the results go. Default: ${DEFAULT-VALUE}.")
    private Path results;

    /** Runs the command; the exit code is 0 when every cell was measured. */
    @Override
    public Integer call() throws RunnerException {
        PrintWriter out = spec.commandLine().getOut();
        List<TableRow> chosen = chosenRows();
        ResultsFolder folder = ResultsFolder.at(results);
        ResultsFolder logs = ResultsFolder.at(results.resolve("logs"));
        RunLength length = full ? RunLength.FULL : RunLength.QUICK;
        Conditions conditions = Conditions.ofNow(command(), TableRunner.jvmFlags(COMMON_HEAP_GB));

        TableRunner runner = new TableRunner(length, preset, logs);
        Progress progress = new Progress(out, cellCount(chosen));
        List<RowResult> measured = new ArrayList<>();
        for (TableRow row : chosen) {
            measured.add(measure(row, runner, progress, logs));
        }
        TableResults table =
                new TableResults(
                        conditions,
                        length.label(),
                        length.forks(),
                        length.measuredIterations(),
                        preset.name(),
                        measured);
        folder.writeJson("table.json", table);
        folder.writeText("table.csv", TableCsv.of(table));
        folder.writeText("table.md", TableSection.of(table));
        out.println();
        out.println(TableSection.of(table));
        out.println("Written to " + folder + ": table.md, table.csv, table.json, logs/");
        out.flush();
        return 0;
    }

    private List<TableRow> chosenRows() {
        List<TableRow> chosen =
                TableRows.all().stream().filter(row -> rows.matcher(row.id()).matches()).toList();
        if (chosen.isEmpty()) {
            List<String> names = TableRows.all().stream().map(TableRow::id).toList();
            throw new ParameterException(
                    spec.commandLine(), "--rows=" + rows + " matches none of the rows " + names);
        }
        return chosen;
    }

    private int cellCount(List<TableRow> chosen) {
        return chosen.stream()
                .filter(row -> notRun(row).isEmpty())
                .mapToInt(row -> row.contestants().size())
                .sum();
    }

    private RowResult measure(
            TableRow row, TableRunner runner, Progress progress, ResultsFolder logs)
            throws RunnerException {
        String notRun = notRun(row);
        List<CellResult> cells = new ArrayList<>();
        if (notRun.isEmpty()) {
            for (ContestantKind contestant : row.contestants()) {
                progress.begin(row.title(), contestant.label());
                try {
                    CellResult cell = runner.run(row, contestant);
                    progress.end(cell);
                    cells.add(cell);
                } catch (RunnerException e) {
                    String log = logs.resolve(TableRunner.logName(row, contestant)).toString();
                    throw new RunnerException(
                            row.id() + " of " + contestant.label() + " failed: see " + log, e);
                }
            }
        }
        return new RowResult(
                row.id(), row.title(), row.work(), row.threads(), row.published(), cells, notRun);
    }

    /** Why a row is left out; empty when it is not. */
    private String notRun(TableRow row) {
        if (row.fullOnly() && !full) {
            return "full run only";
        }
        long memoryMb = Conditions.ofNow("", List.of()).memoryMb();
        long neededMb = (row.heapGb() + 1) * 1024L;
        return memoryMb < neededMb ? "needs " + neededMb + " MiB of memory" : "";
    }

    private String command() {
        return String.join(" ", spec.commandLine().getParent().getParseResult().originalArgs());
    }
}
