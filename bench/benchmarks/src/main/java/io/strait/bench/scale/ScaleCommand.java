package io.strait.bench.scale;

import io.strait.bench.harness.Failures;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.Csv;
import io.strait.bench.report.ResultsFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures growth by the number of tasks and prints it. */
@Command(
        name = "scale",
        description = "Measures memory and costs by the number of tasks in the store.",
        mixinStandardHelpOptions = true)
public final class ScaleCommand implements Callable<Integer> {
    private static final String FILE_NAME = "scale";

    @Spec private CommandSpec spec;

    @Option(
            names = "--full",
            description = "Several forks and longer iterations: for figures to publish.")
    private boolean full;

    @Option(
            names = "--max-tasks",
            paramLabel = "COUNT",
            defaultValue = "10000000",
            description =
                    "The largest size: 1000, 10000 and so on are measured up to it, at most"
                            + " 10000000. Default: ${DEFAULT-VALUE}.")
    private int maxTasks;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "bench/results",
            description = "Where the results go. Default: ${DEFAULT-VALUE}.")
    private Path results;

    /**
     * Runs the command; the exit code is 0 when all sizes that fit were measured.
     *
     * @throws io.strait.bench.harness.MeasurementException when something failed; all else has been
     *     measured and written
     */
    @Override
    public Integer call() {
        List<ScaleSize> asked = sizes();
        ResultsFolder folder = ResultsFolder.at(results);
        ResultsFolder logs = ResultsFolder.at(results.resolve("logs"));
        Conditions conditions = Conditions.ofNow(command(), ScaleRunner.jvmFlags());
        PrintWriter out = spec.commandLine().getOut();

        List<ScaleSize> sizes = fitting(asked, conditions.memoryMb());
        List<ScaleSize> skipped = new ArrayList<>(asked);
        skipped.removeAll(sizes);
        for (ScaleSize size : skipped) {
            out.println(ScaleSection.skipped(size));
        }
        ScaleLength length = full ? ScaleLength.FULL : ScaleLength.QUICK;
        List<ScaleStep> steps = new ScaleRunner(length, logs).steps(sizes);
        Failures failures = new Failures();
        Function<List<ScalePoint>, ScaleResults> toResults =
                points ->
                        new ScaleResults(
                                conditions,
                                length,
                                sizes,
                                skipped,
                                ScaleResults.MEDIAN,
                                points,
                                failures.messages());
        List<ScalePoint> points =
                new ScaleRun(failures, new ScaleProgress(out, steps.size()))
                        .run(steps, some -> write(folder, toResults.apply(some)));
        ScaleResults measured = toResults.apply(points);
        ScaleCharts.write(folder, measured);
        out.println();
        out.println(ScaleSection.tables(measured));
        out.println("Written to " + folder + ": scale.md, scale.csv, scale.json, charts, logs/");
        out.flush();
        failures.throwIfAny();
        return 0;
    }

    /** After each step, so that nothing measured is lost when a later one goes wrong. */
    private static void write(ResultsFolder folder, ScaleResults measured) {
        folder.writeJson(FILE_NAME + ".json", measured);
        folder.writeText(FILE_NAME + ".csv", Csv.of(ScalePoint.class, measured.points()));
        folder.writeText(FILE_NAME + ".md", ScaleSection.of(measured, ""));
    }

    private List<ScaleSize> sizes() {
        if (maxTasks < ScaleSize.SMALLEST_TASKS || maxTasks > ScaleSize.LARGEST_TASKS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--max-tasks="
                            + maxTasks
                            + " must be from "
                            + ScaleSize.SMALLEST_TASKS
                            + " to "
                            + ScaleSize.LARGEST_TASKS);
        }
        return ScaleSize.upTo(maxTasks);
    }

    private static List<ScaleSize> fitting(List<ScaleSize> sizes, long memoryMb) {
        return sizes.stream().filter(size -> size.neededMb() <= memoryMb).toList();
    }

    private String command() {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
