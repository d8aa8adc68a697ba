package io.strait.bench.latency;

import io.strait.bench.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures one subject at rising loads, in this JVM.
 *
 * <p>First it is called flat out, so that everything is compiled. Each load is then offered for the
 * warm-up time, uncounted, before it is measured: code that was compiled for one load (which never
 * waited, say) may have to be compiled again for another. Last, it is called flat out once more to
 * find out how much it can do, and twice that is offered, or more if it keeps up.
 */
final class Sweep {
    /** How many warm-up times the first warm-up takes. */
    static final int FIRST_WARMUPS = 2;

    private static final int SATURATING_FACTOR = 2;

    private final SweepRequest request;
    private final Consumer<LatencyPoint> progress;

    /**
     * Measures nothing yet.
     *
     * @param request what to measure
     * @param progress told of each point
     */
    Sweep(SweepRequest request, Consumer<LatencyPoint> progress) {
        this.request = request;
        this.progress = progress;
    }

    List<LatencyPoint> run() throws InterruptedException {
        List<LatencyPoint> points = new ArrayList<>();
        try (Subject subject = request.subject().open(request.preset(), request.producers());
                Producers producers = new Producers(subject, request.producers())) {
            producers.run(Load.flatOut(FIRST_WARMUPS * request.warmupNs()));
            for (long rate : request.ratesPerSecond()) {
                warmUp(producers, rate);
                points.add(measure(producers, rate, false));
            }
            points.add(measure(producers, saturatingRate(producers), true));
        }
        return points;
    }

    private double saturatingRate(Producers producers) throws InterruptedException {
        LoadRun flatOut = producers.run(Load.flatOut(request.warmupNs()));
        // On a busy machine the time can be over before the first call is made.
        double offered = Math.max(1, SATURATING_FACTOR * flatOut.achievedPerSecond());
        while (Load.isMet(offered, warmUp(producers, offered).achievedPerSecond())) {
            offered *= SATURATING_FACTOR;
        }
        return offered;
    }

    private LoadRun warmUp(Producers producers, double perSecond) throws InterruptedException {
        return producers.run(new Load(perSecond, request.warmupNs()));
    }

    private LatencyPoint measure(Producers producers, double perSecond, boolean saturating)
            throws InterruptedException {
        Load load = new Load(perSecond, request.measuredNs());
        long startMs = System.currentTimeMillis();
        LoadRun run = producers.run(load);
        LatencyPoint point = LatencyPoint.of(request, load, saturating, run);
        HistogramLog.write(
                request, point, run.latencies().histogram(), startMs, System.currentTimeMillis());
        progress.accept(point);
        return point;
    }
}
