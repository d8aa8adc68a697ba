package io.strait.bench.latency;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What all producers did together.
 *
 * @param runs one per producer
 */
record LoadRun(List<OpenLoopRun> runs) {
    /** Calls that took effect a second. */
    double achievedPerSecond() {
        long startNs = runs.get(0).schedule().startNs();
        long elapsedNs = runs.stream().mapToLong(run -> run.doneNs() - startNs).max().orElseThrow();
        return issuedCount() * (double) TimeUnit.SECONDS.toNanos(1) / elapsedNs;
    }

    long issuedCount() {
        return runs.stream().mapToLong(OpenLoopRun::issuedCount).sum();
    }

    long cutOffCount() {
        return runs.stream().mapToLong(OpenLoopRun::cutOffCount).sum();
    }

    LatencyRecorder latencies() {
        LatencyRecorder all = new LatencyRecorder();
        runs.forEach(run -> all.add(run.latencies()));
        return all;
    }
}
