package io.strait.bench.latency;

import io.strait.bench.report.ResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A point's whole distribution in one JVM, in the format that HdrHistogram's tools read. In
 * nanoseconds.
 */
final class HistogramLog {
    static final String EXTENSION = ".hlog";

    private HistogramLog() {}

    static void write(
            SweepRequest request,
            LatencyPoint point,
            Histogram histogram,
            long startMs,
            long endMs) {
        Path file = Path.of(request.histogramFolder(), fileName(request, point));
        histogram.setStartTimeStamp(startMs);
        histogram.setEndTimeStamp(endMs);
        try {
            HistogramLogWriter log = new HistogramLogWriter(file.toFile());
            log.outputComment("[Latencies from the planned start, ns; the legend's max is in ms]");
            log.outputLogFormatVersion();
            log.outputStartTime(startMs);
            log.outputLegend();
            log.outputIntervalHistogram(histogram);
            log.close();
        } catch (IOException e) {
            throw new ResultsException("cannot write " + file, e);
        }
    }

    static String fileName(SweepRequest request, LatencyPoint point) {
        StringBuilder name = new StringBuilder(point.subject());
        if (!point.preset().equals(LatencyPoint.NO_PRESET)) {
            name.append('-').append(point.preset().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        name.append('-').append(point.producers()).append("p-");
        name.append(point.saturating() ? "saturating" : point.offeredPerSecond());
        name.append("-jvm").append(request.jvm());
        return name.append(EXTENSION).toString();
    }
}
