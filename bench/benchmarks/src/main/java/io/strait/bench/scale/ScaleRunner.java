package io.strait.bench.scale;

import io.strait.bench.report.ResultsFolder;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/** Measures one thing at one size: one run of the harness, in JVMs of its own. */
final class ScaleRunner {
    private static final double CONFIDENCE = 0.99;

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
        String log =
                logs.resolve("scale-" + timing.measurement() + "-" + size.tasks() + ".log")
                        .toString();
        Collection<RunResult> results;
        try {
            results = new Runner(options(timing, size).output(log).build()).run();
        } catch (RunnerException e) {
            throw new RunnerException(
                    timing.measurement() + " at " + size.tasks() + " tasks failed: see " + log, e);
        }
        if (results.size() != 1) {
            throw new RunnerException(timing + " is " + results.size() + " benchmarks, not 1");
        }
        Statistics timesNs = results.iterator().next().getPrimaryResult().getStatistics();
        double errorNs = timesNs.getN() > 1 ? timesNs.getMeanErrorAt(CONFIDENCE) : 0;
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
                        .jvmArgsAppend(heapFlags(size).toArray(String[]::new))
                        .shouldFailOnError(true);
        int writes = timing.measurement().writes();
        if (writes > 0) {
            options.param("writes", Integer.toString(writes));
        }
        return options;
    }
}
