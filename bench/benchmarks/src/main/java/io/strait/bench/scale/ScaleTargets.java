package io.strait.bench.scale;

import io.strait.bench.chart.AxisUnit;
import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Verdict;
import java.util.Optional;

/** What memory was to be, beside what was measured at the size of a million tasks. */
public final class ScaleTargets {
    private static final int TASKS = 1_000_000;

    /** What a task's heap was before, at the size where it was most. */
    private static final double BEFORE_BYTES = 513;

    private static final double KEPT_SHARE = 0.05;

    private ScaleTargets() {}

    /** A function of the results alone. */
    public static String of(ScaleResults results) {
        MarkdownTable text =
                new MarkdownTable(
                        6, "Heap", "must reach", "aim", "measured", "reached", "aim reached");
        heap(text, results, ScaleMeasurement.STORE_HEAP, BEFORE_BYTES, 320);
        heap(text, results, ScaleMeasurement.REFERENCE_HEAP, BEFORE_BYTES, 320);
        heap(text, results, ScaleMeasurement.BYTES_HEAP, 260, 220);
        heap(text, results, ScaleMeasurement.REFERENCE_BYTES_HEAP, 260, 220);
        Optional<ScalePoint> kept = results.point(ScaleMeasurement.KEPT_HEAP, TASKS);
        Optional<Double> share =
                results.point(ScaleMeasurement.REFERENCE_BYTES_HEAP, TASKS)
                        .flatMap(most -> kept.map(left -> left.value() / most.value()));
        text.add(
                title(ScaleMeasurement.KEPT_HEAP),
                percent(KEPT_SHARE),
                "",
                share.map(ScaleTargets::percent).orElse("not measured"),
                share.map(value -> Verdict.of(value, KEPT_SHARE)).orElse(""),
                "");
        return text.toString();
    }

    private static void heap(
            MarkdownTable text,
            ScaleResults results,
            ScaleMeasurement measurement,
            double must,
            double aim) {
        Optional<Double> bytes = results.point(measurement, TASKS).map(ScalePoint::value);
        text.add(
                title(measurement),
                "at most " + bytes(must),
                "at most " + bytes(aim),
                bytes.map(ScaleTargets::bytes).orElse("not measured"),
                bytes.map(value -> Verdict.of(value, must)).orElse(""),
                bytes.map(value -> Verdict.of(value, aim)).orElse(""));
    }

    private static String title(ScaleMeasurement measurement) {
        return measurement.title() + ", " + AxisUnit.COUNT.format(TASKS);
    }

    private static String bytes(double value) {
        return Figures.of(value) + " B";
    }

    private static String percent(double share) {
        return Figures.of(100 * share) + " %";
    }
}
