package io.strait.bench.driven;

import io.strait.bench.harness.Failures;
import io.strait.bench.harness.Harness;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.Figures;
import io.strait.bench.report.ResultsFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.ListStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the engine's own work, driven by one thread, and prints it. */
@Command(
        name = "driven",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "What the engine's own work costs, without a hand-over between threads.")
public final class DrivenCommand implements Callable<Integer> {
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION_TIME = TimeValue.milliseconds(300);

    @Option(
            names = "--rows",
            paramLabel = "REGEX",
            description = "Only rows whose names match, for example 'get-.*'.")
    private Pattern rows = Pattern.compile(".*");

    @Option(
            names = "--max-tasks",
            paramLabel = "COUNT",
            description = "Only rows of so many tasks at most: up to 10000000.")
    private int maxTasks = 1_000_000;

    @Option(
            names = "--jvms",
            paramLabel = "COUNT",
            description = "How many JVMs measure a row; of the largest, one.")
    private int jvms = 3;

    @Option(names = "--results", paramLabel = "DIR", description = "The results folder.")
    private Path results = Path.of("bench", "results");

    @Spec private CommandSpec spec;

    /**
     * Runs the command; the exit code is 0 when all was measured.
     *
     * @throws io.strait.bench.harness.MeasurementException when something failed; all else has been
     *     measured and written
     */
    @Override
    public Integer call() {
        List<DrivenRow> chosen = chosenRows();
        ResultsFolder folder = ResultsFolder.at(results);
        ResultsFolder logs = ResultsFolder.at(results.resolve("logs"));
        Conditions conditions = Conditions.ofNow(command(), jvmFlags(DrivenRow.HEAP_GB));
        PrintWriter out = spec.commandLine().getOut();
        Failures failures = new Failures();
        Map<DrivenRow, List<Double>> nsByJvm = new LinkedHashMap<>();
        for (int jvm = 1; jvm <= jvms; jvm++) {
            for (DrivenRow row : chosen) {
                if (jvm > row.maxJvms()) {
                    continue;
                }
                out.printf("[%d/%d] %-40s %,10d tasks", jvm, jvms, row.title(), row.tasks());
                out.flush();
                try {
                    double ns = measure(row, jvm, logs);
                    nsByJvm.computeIfAbsent(row, first -> new ArrayList<>()).add(ns);
                    out.printf("%10s ns%n", Figures.of(ns));
                } catch (RunnerException e) {
                    out.println(e.getMessage());
                    failures.add(e.getMessage());
                }
                write(folder, results(conditions, nsByJvm));
            }
        }
        out.println();
        out.print(DrivenSection.of(results(conditions, nsByJvm)));
        out.println();
        out.println("Written to " + folder + ": driven.md, driven.json, logs/");
        out.flush();
        failures.throwIfAny();
        return 0;
    }

    private static DrivenResults results(
            Conditions conditions, Map<DrivenRow, List<Double>> nsByJvm) {
        return new DrivenResults(
                conditions,
                nsByJvm.entrySet().stream()
                        .map(entry -> DrivenFigure.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** After each JVM, so that nothing measured is lost when a later one goes wrong. */
    private static void write(ResultsFolder folder, DrivenResults measured) {
        folder.writeJson("driven.json", measured);
        folder.writeText("driven.md", DrivenSection.of(measured));
    }

    /** The median of a JVM's iterations: one that was disturbed is not to decide. */
    private static double measure(DrivenRow row, int jvm, ResultsFolder logs)
            throws RunnerException {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("^" + Pattern.quote(row.benchmarkName()) + "$")
                        .param("tasks", Integer.toString(row.tasks()))
                        .forks(1)
                        .warmupIterations(ITERATIONS)
                        .warmupTime(ITERATION_TIME)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(ITERATION_TIME)
                        .jvmArgs(jvmFlags(row.heapGb()).toArray(String[]::new))
                        .jvmArgsAppend(); // instead of the benchmark's own
        row.params().forEach(options::param);
        String name = "driven-" + row.id() + "-" + row.tasks() + "-" + jvm;
        RunResult result = Harness.run(options, logs, name);
        BenchmarkResult only = result.getBenchmarkResults().iterator().next();
        double[] iterationsNs =
                only.getIterationResults().stream()
                        .mapToDouble(each -> each.getPrimaryResult().getScore())
                        .toArray();
        return Figures.rounded(new ListStatistics(iterationsNs).getPercentile(50));
    }

    private static List<String> jvmFlags(int heapGb) {
        return List.of("-Xms" + heapGb + "g", "-Xmx" + heapGb + "g", "-Xbatch");
    }

    private String command() {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }

    private List<DrivenRow> chosenRows() {
        List<DrivenRow> chosen =
                DrivenRow.all().stream()
                        .filter(row -> rows.matcher(row.id()).matches())
                        .filter(row -> row.tasks() <= maxTasks)
                        .toList();
        if (chosen.isEmpty()) {
            List<String> names = DrivenRow.all().stream().map(DrivenRow::id).distinct().toList();
            throw new ParameterException(
                    spec.commandLine(),
                    "--rows="
                            + rows
                            + " with --max-tasks="
                            + maxTasks
                            + " matches none of the rows "
                            + names);
        }
        return chosen;
    }
}
