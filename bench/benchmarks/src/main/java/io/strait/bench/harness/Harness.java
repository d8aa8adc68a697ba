package io.strait.bench.harness;

import io.strait.bench.report.ResultsFolder;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Runs JMH for one figure at a time. */
public final class Harness {
    /** Of the interval whose half width is given as a figure's error. */
    public static final double CONFIDENCE = 0.99;

    private Harness() {}

    /**
     * Runs one benchmark with one set of parameters.
     *
     * @param options which, and for how long
     * @param logs where the harness's own output goes
     * @param name the run's name in the log's and in messages
     * @return its result
     * @throws RunnerException when it fails; the log that its message names says why
     */
    public static RunResult run(ChainedOptionsBuilder options, ResultsFolder logs, String name)
            throws RunnerException {
        String log = logs.resolve(name + ".log").toString();
        Collection<RunResult> results;
        try {
            results = new Runner(options.shouldFailOnError(true).output(log).build()).run();
        } catch (RunnerException e) {
            throw new RunnerException(name + " failed: see " + log, e);
        }
        if (results.size() != 1) {
            throw new RunnerException(name + " is " + results.size() + " benchmarks, not 1");
        }
        return results.iterator().next();
    }
}
