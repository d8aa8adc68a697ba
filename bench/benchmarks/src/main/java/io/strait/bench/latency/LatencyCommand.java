package io.strait.bench.latency;

import io.strait.bench.harness.Failures;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.ResultsFolder;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures latencies at rising loads, each subject in JVMs of its own, and writes them to the
 * terminal and into the results folder.
 */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Latency of block updates at stated rates, from each call's planned start.")
public final class LatencyCommand implements Callable<Integer> {
    @Option(names = "--results", paramLabel = "DIR", description = "The results folder.")
    private Path results = Path.of("bench", "results");

    @Mixin private LatencyOptions options = new LatencyOptions();

    @Spec private CommandSpec spec;

    /** For picocli. */
    public LatencyCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        options.firstMistake()
                .ifPresent(
                        mistake -> {
                            throw new ParameterException(spec.commandLine(), mistake);
                        });
        measure(ResultsFolder.at(results));
        return 0;
    }

    private void measure(ResultsFolder folder) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        HistogramFolder histograms = new HistogramFolder(folder);
        List<SweepRequest> requests = options.requests(histograms.incoming().toString());
        show(out, announcement(requests, options.forks()));
        Conditions conditions = conditions();
        Failures failures = new Failures();
        Function<List<LatencyPoint>, LatencyResults> toResults =
                points ->
                        new LatencyResults(
                                conditions,
                                options.seconds(),
                                options.forks(),
                                failures.messages(),
                                points);
        // After each JVM, so that nothing measured is lost when a later one goes wrong.
        List<LatencyPoint> points =
                new LatencyRun(
                                request -> ForkedSweep.run(request, line -> show(out, line)),
                                histograms,
                                failures,
                                line -> show(out, line))
                        .run(
                                requests,
                                options.forks(),
                                some -> save(folder, toResults.apply(some)));
        histograms.close();
        out.println();
        out.print(LatencySection.of(toResults.apply(points)));
        out.println();
        show(out, "Written to " + folder);
        failures.throwIfAny();
    }

    /** An earlier run's results stay until there are others. */
    private static void save(ResultsFolder folder, LatencyResults results) {
        if (!results.points().isEmpty()) {
            LatencyFiles.write(folder, results);
        }
    }

    private static void show(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    private Conditions conditions() {
        return Conditions.ofNow(
                spec.name() + " " + options,
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private static String announcement(List<SweepRequest> requests, int forks) {
        long expectedNs = forks * requests.stream().mapToLong(SweepRequest::expectedNs).sum();
        return "Latency: %d JVMs, one after the other, about %d s"
                .formatted(forks * requests.size(), TimeUnit.NANOSECONDS.toSeconds(expectedNs));
    }
}
