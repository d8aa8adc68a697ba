package io.strait.bench.latency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.strait.bench.report.ResultsFolder;
import java.util.List;

/** The files that results go into. */
final class LatencyFiles {
    static final String JSON = "latency.json";
    static final String MARKDOWN = "latency.md";
    static final String CSV = "latency.csv";

    private static final CsvMapper CSV_MAPPER =
            CsvMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private LatencyFiles() {}

    static void write(ResultsFolder folder, LatencyResults results) {
        folder.writeJson(JSON, results);
        folder.writeText(MARKDOWN, LatencySection.of(results));
        folder.writeText(CSV, csv(results.points()));
    }

    static String csv(List<LatencyPoint> points) {
        try {
            return CSV_MAPPER
                    .writer(CSV_MAPPER.schemaFor(LatencyPoint.class).withHeader())
                    .writeValueAsString(points);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
