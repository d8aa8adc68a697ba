package io.strait.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A row of the tables.
 *
 * @param title what it shows, with the unit
 * @param points its figures, one for each size, ascending; none where it was not measured
 */
record ScaleRow(String title, List<Optional<ScalePoint>> points) {
    /** All rows: a measurement each, and for batches of several writes also the time for each. */
    static List<ScaleRow> all(ScaleResults results) {
        List<ScaleRow> rows = new ArrayList<>();
        for (ScaleMeasurement measurement : ScaleMeasurement.values()) {
            List<Optional<ScalePoint>> points =
                    results.sizes().stream()
                            .map(size -> results.point(measurement, size.tasks()))
                            .toList();
            rows.add(
                    new ScaleRow(
                            measurement.title() + " (" + measurement.unitName() + ")", points));
            int writes = measurement.writes();
            if (writes > 1) {
                rows.add(
                        new ScaleRow(
                                measurement.title() + ", a write (ns)",
                                points.stream()
                                        .map(point -> point.map(each -> each.dividedBy(writes)))
                                        .toList()));
            }
        }
        return rows;
    }

    /** How each figure compares with the one at the size before; none where it is not known. */
    List<Optional<Growth>> growth() {
        return IntStream.range(1, points.size()).mapToObj(this::growthTo).toList();
    }

    private Optional<Growth> growthTo(int index) {
        return points.get(index - 1)
                .flatMap(from -> points.get(index).flatMap(to -> Growth.of(from, to)));
    }
}
