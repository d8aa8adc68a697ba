package io.strait.bench.latency;

import io.strait.bench.harness.Failures;
import io.strait.bench.harness.MeasurementException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures each request in several JVMs. A JVM that fails is left out and told; the others measure
 * all the same. All requests have their first JVM before one has its second: so a slow drift of the
 * machine's speed shows in the range over JVMs, and not as a difference between two requests.
 */
final class LatencyRun {
    private final Jvm jvm;
    private final HistogramFolder histograms;
    private final Failures failures;
    private final Consumer<String> terminal;

    /**
     * Measures nothing yet.
     *
     * @param jvm measures a request
     * @param histograms where its logs go
     * @param failures told of each JVM that fails
     * @param terminal told of it too, at once
     */
    LatencyRun(Jvm jvm, HistogramFolder histograms, Failures failures, Consumer<String> terminal) {
        this.jvm = jvm;
        this.histograms = histograms;
        this.failures = failures;
        this.terminal = terminal;
    }

    /**
     * Measures, and hands on what there is after each JVM.
     *
     * @param requests what
     * @param forks how many JVMs a request
     * @param save told of all points so far, in the order of the requests
     * @return all points
     */
    List<LatencyPoint> run(
            List<SweepRequest> requests, int forks, Consumer<List<LatencyPoint>> save)
            throws InterruptedException {
        Map<SweepRequest, List<List<LatencyPoint>>> measured = new LinkedHashMap<>();
        requests.forEach(request -> measured.put(request, new ArrayList<>()));
        for (int number = 1; number <= forks; number++) {
            for (SweepRequest request : requests) {
                measure(request.inJvm(number), measured.get(request));
                save.accept(medians(measured));
            }
        }
        return medians(measured);
    }

    private void measure(SweepRequest request, List<List<LatencyPoint>> sweeps)
            throws InterruptedException {
        try {
            sweeps.add(jvm.measure(request));
            histograms.accept();
        } catch (MeasurementException e) {
            histograms.discard();
            failures.add(e.getMessage());
            terminal.accept(e.getMessage());
        }
    }

    private static List<LatencyPoint> medians(
            Map<SweepRequest, List<List<LatencyPoint>>> measured) {
        return measured.values().stream()
                .filter(sweeps -> !sweeps.isEmpty())
                .flatMap(
                        sweeps ->
                                IntStream.range(0, sweeps.get(0).size())
                                        .mapToObj(load -> median(sweeps, load)))
                .toList();
    }

    private static LatencyPoint median(List<List<LatencyPoint>> sweeps, int load) {
        return MedianPoint.of(sweeps.stream().map(points -> points.get(load)).toList());
    }

    /** Measures a request in a JVM of its own. */
    interface Jvm {
        /**
         * Measures.
         *
         * @return a point for each load
         * @throws MeasurementException when it fails
         */
        List<LatencyPoint> measure(SweepRequest request) throws InterruptedException;
    }
}
