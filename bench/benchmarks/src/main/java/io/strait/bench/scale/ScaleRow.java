package io.strait.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of the tables.
 *
 * @param title what it shows, with the unit
 * @param points its figures, one for each size, ascending
 */
record ScaleRow(String title, List<ScalePoint> points) {
    /** All rows: a measurement each, and for batches of several writes also the time for each. */
    static List<ScaleRow> all(ScaleResults results) {
        List<ScaleRow> rows = new ArrayList<>();
        for (ScaleMeasurement measurement : ScaleMeasurement.values()) {
            List<ScalePoint> points = results.pointsOf(measurement);
            rows.add(
                    new ScaleRow(
                            measurement.title() + " (" + measurement.unitName() + ")", points));
            int writes = measurement.writes();
            if (writes > 1) {
                rows.add(
                        new ScaleRow(
                                measurement.title() + ", a write (ns)",
                                points.stream().map(point -> point.dividedBy(writes)).toList()));
            }
        }
        return rows;
    }

    /** By what factor each figure is larger than the one at the size before. */
    List<Double> growth() {
        return IntStream.range(1, points.size())
                .mapToObj(i -> points.get(i).value() / points.get(i - 1).value())
                .toList();
    }
}
