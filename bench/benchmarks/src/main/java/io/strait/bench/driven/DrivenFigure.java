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

    String median() {
        return percentile(50);
    }

    String least() {
        return percentile(0);
    }

    String most() {
        return percentile(100);
    }

    private String percentile(int percent) {
        double[] values = nsByJvm.stream().mapToDouble(Double::doubleValue).toArray();
        return Figures.of(new ListStatistics(values).getPercentile(percent));
    }
}
