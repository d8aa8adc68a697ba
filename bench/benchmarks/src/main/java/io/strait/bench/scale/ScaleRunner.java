package io.strait.bench.scale;

import io.strait.bench.harness.Harness;
import io.strait.bench.report.ResultsFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.ListStatistics;

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

    /**
     * The flags of the JVMs that measure times, beside the heap's. With {@code -Xbatch} a thread
     * waits while its code is compiled: caller and writer spin, and where there are as many cores
     * as they are, the compiler would not get one. It is no help against other processes: while
     * those kept two cores busy, a synchronous deletion and save at 100,000 tasks took 90 to 110 us
     * with the flag and without; with the flag and less beside it, 12 us.
     */
    static List<String> jvmFlags() {
        return List.of("-Xbatch");
    }

    static List<String> heapFlags(ScaleSize size) {
        return List.of("-Xms" + size.heapMb() + "m", "-Xmx" + size.heapMb() + "m");
    }

    /** All that there is to measure, the smallest size first. */
    List<ScaleStep> steps(List<ScaleSize> sizes) {
        List<ScaleStep> steps = new ArrayList<>();
        for (ScaleSize size : sizes) {
            for (HeapWay way : HeapWay.values()) {
                steps.add(
                        new ScaleStep(
                                size,
                                way.measurements().get(0).title(),
                                () -> HeapMeter.measure(way, size, length.heapForks())));
            }
            for (ScaleTiming timing : ScaleTiming.all()) {
                steps.add(
                        new ScaleStep(
                                size,
                                timing.measurement().title(),
                                () -> List.of(run(timing, size))));
            }
        }
        return steps;
    }

    /**
     * Measures.
     *
     * @throws RunnerException when it fails; the log that its message names says why
     */
    ScalePoint run(ScaleTiming timing, ScaleSize size) throws RunnerException {
        String name = "scale-" + timing.measurement() + "-" + size.tasks();
        double[] jvms =
                Harness.run(options(timing, size), logs, name).getBenchmarkResults().stream()
                        .mapToDouble(ScaleRunner::ofJvm)
                        .toArray();
        return ScalePoint.ofJvms(timing.measurement(), size.tasks(), jvms)
                .dividedBy(timing.divisor(size));
    }

    /**
     * One JVM's figure: the median of its iterations. They share its compilation and its heap's
     * layout, so they are no independent samples, and one that was disturbed is not to decide.
     */
    private static double ofJvm(BenchmarkResult jvm) {
        return new ListStatistics(
                        jvm.getIterationResults().stream()
                                .mapToDouble(each -> each.getPrimaryResult().getScore())
                                .toArray())
                .getPercentile(50);
    }

    private ChainedOptionsBuilder options(ScaleTiming timing, ScaleSize size) {
        List<String> flags = new ArrayList<>(jvmFlags());
        flags.addAll(heapFlags(size));
        TimeValue iterationTime = TimeValue.milliseconds(length.iterationMs());
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("^" + Pattern.quote(timing.benchmarkName()) + "$")
                        .param("tasks", Integer.toString(size.tasks()))
                        .forks(length.forks())
                        .warmupIterations(timing.warmupIterations(length))
                        .warmupTime(iterationTime)
                        .measurementIterations(length.measuredIterations())
                        .measurementTime(iterationTime)
                        .jvmArgs(flags.toArray(String[]::new));
        int writes = timing.measurement().writes();
        if (writes > 0) {
            options.param("writes", Integer.toString(writes));
        }
        return options;
    }
}
