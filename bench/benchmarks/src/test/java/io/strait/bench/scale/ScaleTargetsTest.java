package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Seen to fail with what is kept told for each task and not as a share. */
class ScaleTargetsTest {
    private static final int TASKS = 1_000_000;

    @Test
    void shouldSayWhatIsReached() {
        List<String> lines =
                ScaleTargets.of(
                                results(
                                        point(ScaleMeasurement.STORE_HEAP, 400),
                                        point(ScaleMeasurement.REFERENCE_BYTES_HEAP, 390),
                                        point(ScaleMeasurement.KEPT_HEAP, 39)))
                        .lines()
                        .toList();
        assertTrue(lines.get(2).contains("400 B"), lines.get(2));
        assertTrue(lines.get(2).matches(".*met +\\| \\*\\*missed\\*\\* by 1.25x.*"), lines.get(2));
        assertTrue(lines.get(3).contains("not measured"), lines.get(3));
        assertTrue(lines.get(5).contains("**missed** by 1.50x"), lines.get(5));
        assertTrue(lines.get(6).contains("10.0 %"), lines.get(6));
        assertTrue(lines.get(6).contains("**missed** by 2.00x"), lines.get(6));
    }

    /** Whoever forgets most tasks, or keeps them all, is seen. */
    @Test
    void shouldMeasureWhatIsKept() {
        long[] bytes = HeapWay.REFERENCE_BYTES.measure(20_000);
        assertEquals(HeapWay.REFERENCE_BYTES.measurements().size(), bytes.length);
        assertTrue(100 < bytes[0] / 20_000, () -> "filled=" + bytes[0]);
        assertTrue(bytes[1] < bytes[0] / 2, () -> "kept=" + bytes[1]);
    }

    private static ScaleResults results(ScalePoint... points) {
        return new ScaleResults(
                null,
                ScaleLength.QUICK,
                List.of(ScaleSize.of(TASKS)),
                List.of(),
                ScaleResults.MEDIAN,
                List.of(points),
                List.of());
    }

    private static ScalePoint point(ScaleMeasurement measurement, double value) {
        return new ScalePoint(measurement, TASKS, value, null);
    }
}
