package io.strait.bench.scale;

import io.strait.bench.harness.Harness;
import io.strait.bench.report.Figures;
import org.openjdk.jmh.util.ListStatistics;

/**
 * One figure.
 *
 * @param measurement what was measured
 * @param tasks how many tasks the store held
 * @param value bytes or nanoseconds, as the measurement says
 * @param error how far off the value may be, either way: for times half the 99 % confidence
 *     interval over JVMs, for memory half the range of what the JVMs measured; null where too few
 *     JVMs measured to tell
 */
public record ScalePoint(ScaleMeasurement measurement, int tasks, double value, Double error) {
    /** A figure to a thousandth: more digits would be noise in the results' file. */
    static ScalePoint rounded(ScaleMeasurement measurement, int tasks, double value, Double error) {
        return new ScalePoint(
                measurement,
                tasks,
                Figures.rounded(value),
                error == null ? null : Figures.rounded(error));
    }

    /** The mean of what each JVM measured. */
    static ScalePoint ofJvms(ScaleMeasurement measurement, int tasks, double[] jvms) {
        ListStatistics statistics = new ListStatistics(jvms);
        // Of two, the harness's statistics tell no interval.
        Double error = jvms.length > 2 ? statistics.getMeanErrorAt(Harness.CONFIDENCE) : null;
        return new ScalePoint(measurement, tasks, statistics.getMean(), error);
    }

    /** The same figure and error for each of so many. */
    ScalePoint dividedBy(int count) {
        return rounded(measurement, tasks, value / count, error == null ? null : error / count);
    }

    ScalePoint withoutError() {
        return new ScalePoint(measurement, tasks, value, null);
    }
}
