package io.strait.bench.scale;

import io.strait.bench.harness.Harness;
import io.strait.bench.report.ResultsFolder;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Measures one thing at one size: one run of the harness, in JVMs of its own. */
final class ScaleRunner {
    private final ScaleLength length;
    private final ResultsFolder logs;

    /**
     * A runner.
     *
     * @param length how long to measure
     * @param logs where the harness's own output goes
     */
    ScaleRunner(ScaleLength length, ResultsFolder logs) {
        this.length = length;
        this.logs = logs;
    }

    static List<String> heapFlags(ScaleSize size) {
        return List.of("-Xms" + size.heapMb() + "m", "-Xmx" + size.heapMb() + "m");
    }

    /**
     * Measures.
     *
     * @throws RunnerException when it fails; the log that its message names says why
     */
    ScalePoint run(ScaleTiming timing, ScaleSize size) throws RunnerException {
        String name = "scale-" + timing.measurement() + "-" + size.tasks();
        Statistics timesNs =
                Harness.run(options(timing, size), logs, name).getPrimaryResult().getStatistics();
        double errorNs = timesNs.getN() > 1 ? timesNs.getMeanErrorAt(Harness.CONFIDENCE) : 0;
        return new ScalePoint(timing.measurement(), size.tasks(), timesNs.getMean(), errorNs)
                .dividedBy(timing.divisor(size));
    }

    private ChainedOptionsBuilder options(ScaleTiming timing, ScaleSize size) {
        TimeValue iterationTime = TimeValue.milliseconds(length.iterationMs());
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("^" + Pattern.quote(timing.benchmarkName()) + "$")
                        .param("tasks", Integer.toString(size.tasks()))
                        .forks(length.forks())
                        .warmupIterations(length.warmupIterations())
                        .warmupTime(iterationTime)
                        .measurementIterations(length.measuredIterations())
                        .measurementTime(iterationTime)
                        .jvmArgsAppend(heapFlags(size).toArray(String[]::new));
        int writes = timing.measurement().writes();
        if (writes > 0) {
            options.param("writes", Integer.toString(writes));
        }
        return options;
    }
}
