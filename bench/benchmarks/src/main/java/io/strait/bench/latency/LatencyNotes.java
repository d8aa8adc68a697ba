package io.strait.bench.latency;

import java.util.List;

/** What a reader must know to read the table of latencies. */
final class LatencyNotes {
    private static final String METHOD =
            """
            Calls of `setLastProcessedBlock` at planned times, for %d s at each load. Latency is counted from a
            call's planned start until its effect is visible to the thread that made it, so waiting hides
            nothing: a thread that is late makes its overdue calls at once, and the time that they were overdue
            counts. Each subject, preset and number of producers is measured in JVMs of its own (%d). A figure is
            the median over them, but "max" is the longest call in any. A range is from the least to the greatest
            of them.

            - `sync`: the synchronous write. Its floor is `ping-pong`: two threads that spin on two counters.
            - `hand-off`: the asynchronous write; its thread watches for its effect until the next call is due.
              Its floor is `bare-ring`: a Disruptor ring of objects with a thread that spins on it, and nothing
              behind it. That is the usual way to hand something over, and not the least that it can cost.
            - With 2 producers the floors have two rings or two pairs of counters, and one thread that serves
              both. Every producer spins between its calls, whatever the preset: where there are fewer cores
              than spinning threads, what is measured is how the operating system shares them out.
            - "saturating": more is offered than the subject can take, at least twice what it took when it was
              called flat out, so that what it achieves is the most it can do. There, as wherever less is
              achieved than was offered, latency tells only how long the backlog grew. The charts leave these
              points out, and no ratio is given: a subject keeps up that achieves 95 %% of what is offered.
            - "p50 to floor": the ratio to the floor's p50 with as many producers at the same load, where both
              kept up with it, and where there is a core for each producer and for the thread that serves them:
              elsewhere both figures are the operating system's. In brackets is what it can be: from the least
              over the floor's greatest to the greatest over the floor's least. "–" stands where the floor's own
              range is larger than the distance to it.
            - "p99 to floor": the same at p99. "–" stands, too, where one JVM is all there is.
            - A percentile rests on few calls where the load is low: at 10,000/s, one call a second lies beyond
              p99.99.
            """;

    private static final String ROUND_TRIP =
            """
            - "p50 to ping-pong": a hand-off's p50 to that of two threads that spin on two counters, in the same way.
            """;

    private static final String CUT_OFF =
            """
            - "cut off": calls that were still not made when half the time had gone by again, the most of any
              JVM. They are in the percentiles with the time for which they had been due by then; they would have
              taken longer.
            """;

    private static final String OVERFLOW =
            """
            - "overflow": calls that took more than 60 s, the most of any JVM. They are in the percentiles as 60 s.
            """;

    private LatencyNotes() {}

    static String of(LatencyResults results) {
        List<LatencyPoint> points = results.points();
        StringBuilder notes =
                new StringBuilder(
                        METHOD.formatted(results.secondsPerPoint(), results.jvmsPerPoint()));
        Floors floors = new Floors(results);
        if (points.stream().anyMatch(point -> !floors.handOffToRoundTrip(point).isEmpty())) {
            notes.append(ROUND_TRIP);
        }
        if (points.stream().anyMatch(point -> point.cutOffCount() > 0)) {
            notes.append(CUT_OFF);
        }
        if (points.stream().anyMatch(point -> point.overflowCount() > 0)) {
            notes.append(OVERFLOW);
        }
        return notes.toString();
    }
}
