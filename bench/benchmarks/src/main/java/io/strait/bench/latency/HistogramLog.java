package io.strait.bench.latency;

import io.strait.bench.report.ResultsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** A point's whole distribution, in the format that HdrHistogram's tools read. In nanoseconds. */
final class HistogramLog {
    static final String FOLDER = "latency-histograms";

    private static final String EXTENSION = ".hlog";

    private HistogramLog() {}

    /** Makes the folder, or removes an earlier run's logs from it. */
    static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
                for (Path log : logs) {
                    Files.delete(log);
                }
            }
        } catch (IOException e) {
            throw new ResultsException("cannot write into the folder " + folder, e);
        }
    }

    static void write(
            String folder, LatencyPoint point, Histogram histogram, long startMs, long endMs) {
        Path file = Path.of(folder, fileName(point));
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

    static String fileName(LatencyPoint point) {
        StringBuilder name = new StringBuilder(point.subject());
        if (!point.preset().equals(LatencyPoint.NO_PRESET)) {
            name.append('-').append(point.preset().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        name.append('-').append(point.producers()).append("p-");
        name.append(point.saturating() ? "saturating" : point.offeredPerSecond());
        return name.append(EXTENSION).toString();
    }
}
