package io.strait.bench.driven;

import io.strait.bench.report.Conditions;
import java.util.List;
import java.util.Optional;

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

    /** The figure of a row, if it was measured. */
    Optional<DrivenFigure> of(String id, int tasks) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id) && figure.tasks() == tasks)
                .findFirst();
    }
}
