package io.strait.bench.driven;

import io.strait.bench.report.Conditions;
import java.util.List;

/**
 * What the engine's own work costs.
 *
 * @param conditions under which it was measured
 * @param figures a row each
 */
public record DrivenResults(Conditions conditions, List<DrivenFigure> figures) {
    /** Copies the list. */
    public DrivenResults {
        figures = List.copyOf(figures);
    }
}
