package io.strait.bench.table;

import io.strait.api.WaitPreset;
import io.strait.bench.allocation.ThreadAllocationProfiler;
import io.strait.bench.harness.Harness;
import io.strait.bench.operation.FreshStoreBenchmark;
import io.strait.bench.report.Figures;
import io.strait.bench.report.ResultsFolder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures cells of the table: a run of the harness for each JVM. */
final class TableRunner {
    private static final double NS_PER_SECOND = 1e9;

    private final RunLength length;
    private final WaitPreset preset;
    private final ResultsFolder logs;

    /**
     * A runner.
     *
     * @param length how long to measure
     * @param preset how Strait waits
     * @param logs where the harness's own output goes
     */
    TableRunner(RunLength length, WaitPreset preset, ResultsFolder logs) {
        this.length = length;
        this.preset = preset;
        this.logs = logs;
    }

    /**
     * The flags of the JVMs that measure a row. With {@code -Xbatch} a thread waits while its code
     * is compiled: where as many threads spin as there are cores, the compiler would not get one.
     */
    static List<String> jvmFlags(int heapGb) {
        return List.of("-Xms" + heapGb + "g", "-Xmx" + heapGb + "g", "-Xbatch");
    }

    /**
     * Measures a cell in one JVM.
     *
     * @param label whose cell: a contestant's or a floor's
     * @param jvm which of the cell's JVMs, for the log's name
     * @throws RunnerException when it fails; the log says why
     */
    CellResult run(TableRow row, String label, int jvm) throws RunnerException {
        String name = row.id() + "-" + label + "-" + jvm;
        RunResult result = Harness.run(options(row, label), logs, name);
        return new CellResult(
                label,
                Figures.rounded(secondary(result, ThreadAllocationProfiler.ALL)),
                Figures.rounded(secondary(result, ThreadAllocationProfiler.WRITER)),
                null,
                samplesNs(result));
    }

    private ChainedOptionsBuilder options(TableRow row, String label) {
        List<String> flags = jvmFlags(row.heapGb());
        Class<?> benchmark = row.benchmarkOf(label);
        boolean shots = FreshStoreBenchmark.class.isAssignableFrom(benchmark);
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include("^" + Pattern.quote(benchmark.getName() + "."))
                        .param("contestant", label)
                        .param("floor", label)
                        .param("preset", preset.name())
                        .threads(row.threads())
                        .forks(Math.min(length.forks(), 1))
                        .warmupIterations(warmups(row, shots))
                        .warmupTime(length.warmupTime())
                        .measurementIterations(
                                shots ? length.measuredShots() : length.measuredIterations())
                        .measurementTime(length.measuredTime())
                        .jvmArgsAppend(flags.toArray(String[]::new))
                        .addProfiler(ThreadAllocationProfiler.class);
        for (Map.Entry<String, String> param : row.params().entrySet()) {
            options.param(param.getKey(), param.getValue());
        }
        return options;
    }

    private int warmups(TableRow row, boolean shots) {
        int usual = shots ? length.warmupShots() : length.warmupIterations();
        return usual * row.warmupFactor();
    }

    /** Each iteration's elapsed time over the operations of all threads together, by JVM. */
    private static Samples samplesNs(RunResult result) {
        boolean shots = result.getParams().getMode() == Mode.SingleShotTime;
        return new Samples(
                result.getBenchmarkResults().stream()
                        .map(fork -> samplesNs(fork.getIterationResults(), shots))
                        .toList());
    }

    private static List<Double> samplesNs(Collection<IterationResult> iterations, boolean shots) {
        return iterations.stream()
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .map(score -> Figures.rounded(shots ? score : NS_PER_SECOND / score))
                .toList();
    }

    private static double secondary(RunResult result, String label) {
        Result<?> secondary = result.getSecondaryResults().get(label);
        if (secondary == null) {
            throw new IllegalStateException("no " + label + " in " + result);
        }
        return secondary.getScore();
    }
}
