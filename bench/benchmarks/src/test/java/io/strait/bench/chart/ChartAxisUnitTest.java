package io.strait.bench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartAxisUnitTest {
    @ParameterizedTest
    @CsvSource({
        "COUNT, 0, 0",
        "COUNT, 999, 999",
        "COUNT, 1000, 1 k",
        "COUNT, 9999, 10 k",
        "COUNT, 10000000, 10 M",
        "NANOSECONDS, 0.123456, 0.123 ns",
        "NANOSECONDS, 999.9, 1 us",
        "NANOSECONDS, 1500, 1.5 us",
        "NANOSECONDS, 12345678, 12.3 ms",
        "NANOSECONDS, 1e12, 1000 s",
        "BYTES, 486, 486 B",
        "BYTES, 2e6, 2 MB"
    })
    void shouldReadAtAGlance(AxisUnit unit, double value, String expected) {
        assertEquals(expected, unit.format(value));
    }
}
