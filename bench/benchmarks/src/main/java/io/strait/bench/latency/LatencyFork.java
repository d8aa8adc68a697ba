package io.strait.bench.latency;

import io.strait.bench.report.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The main class of a JVM that measures one subject and ends. Its arguments are the file that holds
 * the {@link SweepRequest} and the file that the points go into.
 */
final class LatencyFork {
    private LatencyFork() {}

    /** Called by {@link ForkedSweep}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        SweepRequest request = Json.read(Path.of(args[0]), SweepRequest.class);
        List<LatencyPoint> points = new Sweep(request, LatencyFork::print).run();
        Json.write(Path.of(args[1]), points);
    }

    private static void print(LatencyPoint point) {
        System.out.println(ProgressLine.of(point));
    }
}
