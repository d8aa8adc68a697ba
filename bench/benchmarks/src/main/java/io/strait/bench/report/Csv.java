package io.strait.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.List;

/** Results as CSV: a line a record, under the names of its components in their order. */
public final class Csv {
    private static final CsvMapper MAPPER =
            CsvMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    private Csv() {}

    /** The text, with a line of names first. */
    public static <T> String of(Class<T> type, List<T> lines) {
        try {
            return MAPPER.writer(MAPPER.schemaFor(type).withHeader()).writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
