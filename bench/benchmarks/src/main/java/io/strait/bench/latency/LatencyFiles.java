package io.strait.bench.latency;

import io.strait.bench.report.Csv;
import io.strait.bench.report.ResultsFolder;
import java.util.List;

/** The files that results go into. */
final class LatencyFiles {
    static final String JSON = "latency.json";
    static final String MARKDOWN = "latency.md";
    static final String CSV = "latency.csv";

    private LatencyFiles() {}

    static void write(ResultsFolder folder, LatencyResults results) {
        folder.writeJson(JSON, results);
        folder.writeText(MARKDOWN, LatencySection.of(results));
        folder.writeText(CSV, csv(results.points()));
    }

    static String csv(List<LatencyPoint> points) {
        return Csv.of(LatencyPoint.class, points);
    }
}
