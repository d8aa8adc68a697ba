package io.strait.bench.table;

import io.strait.api.WaitPreset;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.Json;
import io.strait.bench.report.ResultsException;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
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
            names = "--jvms",
            paramLabel = "COUNT",
            description = "How many JVMs measure a cell, at most. Default: 1, or 3 with --full.")
    private Integer jvms;

    @Option(
            names = "--merge",
            description =
                    "Keeps the other rows of the results folder's table.json, which has to be of the"
                            + " same commit, machine, JDK, preset and length.")
    private boolean merge;

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
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<TableRow> chosen = chosenRows();
        ResultsFolder folder = ResultsFolder.at(results);
        ResultsFolder logs = ResultsFolder.at(results.resolve("logs"));
        RunLength usual = full ? RunLength.FULL : RunLength.QUICK;
        RunLength length = jvms == null ? usual : usual.withForks(jvms);
        Conditions conditions =
                Conditions.ofNow(command(), TableRunner.jvmFlags(TableRow.DEFAULT_HEAP_GB));
        TableRun run =
                new TableRun(
                        new TableRunner(length, preset, logs)::run,
                        length,
                        conditions.memoryMb(),
                        new Progress(out));
        Function<List<RowResult>, TableResults> toNewTable =
                measured ->
                        new TableResults(
                                conditions,
                                length.label(),
                                preset.name(),
                                JvmOrder.IN_TURN,
                                measured);
        Function<List<RowResult>, TableResults> toTable =
                merge ? toNewTable.andThen(read(folder)::with) : toNewTable;
        toTable.apply(List.of()); // fails now, not after the first row, if it cannot be merged
        TableResults table =
                toTable.apply(run.run(chosen, rows -> write(folder, toTable.apply(rows))));
        out.println();
        out.println(TableSection.of(table));
        out.println("Written to " + folder + ": table.md, table.csv, table.json, logs/");
        out.flush();
        return run.hasFailed() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private static TableResults read(ResultsFolder folder) {
        Path file = folder.resolve("table.json");
        try {
            return Json.read(file, TableResults.class);
        } catch (IOException e) {
            throw new ResultsException("cannot merge into " + file, e);
        }
    }

    /** After each row, so that nothing measured is lost when a later one goes wrong. */
    private static void write(ResultsFolder folder, TableResults table) {
        folder.writeJson("table.json", table);
        folder.writeText("table.csv", TableCsv.of(table));
        folder.writeText("table.md", TableSection.of(table));
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

    private String command() {
        return String.join(" ", spec.commandLine().getParent().getParseResult().originalArgs());
    }
}
