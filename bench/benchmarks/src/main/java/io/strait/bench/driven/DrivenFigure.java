package io.strait.bench.driven;

import io.strait.bench.report.Figures;
import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What a row took.
 *
 * @param id the row's short name
 * @param title its name
 * @param tasks how many tasks there were
 * @param nsByJvm nanoseconds an operation: for each JVM, the median of its iterations
 */
public record DrivenFigure(String id, String title, int tasks, List<Double> nsByJvm) {
    /** Copies the list. */
    public DrivenFigure {
        nsByJvm = List.copyOf(nsByJvm);
    }

    static DrivenFigure of(DrivenRow row, List<Double> nsByJvm) {
        return new DrivenFigure(row.id(), row.title(), row.tasks(), nsByJvm);
    }

    /** The median of the JVMs' figures. */
    double ns() {
        return percentile(50);
    }

    String median() {
        return Figures.of(ns());
    }

    String least() {
        return Figures.of(percentile(0));
    }

    String most() {
        return Figures.of(percentile(100));
    }

    private double percentile(int percent) {
        double[] values = nsByJvm.stream().mapToDouble(Double::doubleValue).toArray();
        return new ListStatistics(values).getPercentile(percent);
    }
}
