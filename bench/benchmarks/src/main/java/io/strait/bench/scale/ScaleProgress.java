package io.strait.bench.scale;

import io.strait.bench.report.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Tells on the terminal what is being measured, and what came out. */
final class ScaleProgress {
    private final PrintWriter out;
    private final int count;
    private int number;
    private long startNs;

    /**
     * Tells nothing yet.
     *
     * @param out the terminal
     * @param count how many steps there are
     */
    ScaleProgress(PrintWriter out, int count) {
        this.out = out;
        this.count = count;
    }

    void begin(ScaleStep step) {
        number++;
        startNs = System.nanoTime();
        out.printf("[%2d/%d] %,10d tasks  %-50s", number, count, step.size().tasks(), step.title());
        out.flush();
    }

    void end(List<ScalePoint> points) {
        String figures =
                points.stream()
                        .map(point -> Figures.of(point.value()))
                        .collect(Collectors.joining(", of it "));
        String unit = points.get(0).measurement().unitName();
        long seconds = (System.nanoTime() - startNs) / 1_000_000_000;
        out.printf("%10s %s   in %d s%n", figures, unit, seconds);
        out.flush();
    }

    void fail(String message) {
        out.println(message);
        out.flush();
    }
}
