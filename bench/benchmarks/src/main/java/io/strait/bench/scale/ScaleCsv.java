package io.strait.bench.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;

/** The figures as CSV: a line a figure. */
final class ScaleCsv {
    private ScaleCsv() {}

    static String of(ScaleResults results) {
        CsvMapper mapper = new CsvMapper();
        try {
            return mapper.writer(mapper.schemaFor(ScalePoint.class).withHeader())
                    .writeValueAsString(results.points());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
