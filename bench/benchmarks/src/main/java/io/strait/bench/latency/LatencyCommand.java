package io.strait.bench.latency;

import io.strait.bench.report.Conditions;
import io.strait.bench.report.ResultsException;
import io.strait.bench.report.ResultsFolder;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures latencies at rising loads, each subject in a JVM of its own, and writes them to the
 * terminal and into the results folder.
 */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Latency of block updates at stated rates, from each call's planned start.")
public final class LatencyCommand implements Callable<Integer> {
    private static final int FAILED = 1;

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
        try {
            measure(ResultsFolder.at(results));
            return 0;
        } catch (ResultsException | ForkException e) {
            spec.commandLine().getErr().println(spec.name() + ": " + e.getMessage());
            return FAILED;
        }
    }

    private void measure(ResultsFolder folder) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path histograms = folder.resolve(HistogramLog.FOLDER).toAbsolutePath();
        HistogramLog.prepare(histograms);
        List<SweepRequest> requests = options.requests(histograms.toString());
        out.println(announcement(requests));
        out.flush();
        List<LatencyPoint> points = new ArrayList<>();
        for (SweepRequest request : requests) {
            points.addAll(ForkedSweep.run(request, line -> show(out, line)));
        }
        LatencyResults latencies = new LatencyResults(conditions(), options.seconds(), points);
        LatencyFiles.write(folder, latencies);
        out.println();
        out.print(LatencySection.of(latencies));
        out.println();
        out.println("Written to " + folder);
        out.flush();
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

    private static String announcement(List<SweepRequest> requests) {
        long expectedNs = requests.stream().mapToLong(SweepRequest::expectedNs).sum();
        return "Latency: %d JVMs, one after the other, about %d s"
                .formatted(requests.size(), TimeUnit.NANOSECONDS.toSeconds(expectedNs));
    }
}
