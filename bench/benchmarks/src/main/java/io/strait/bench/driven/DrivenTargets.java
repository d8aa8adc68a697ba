package io.strait.bench.driven;

import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the engine's own work is to cost, beside what was measured: a function of the results. */
public final class DrivenTargets {
    private static final int SMALL = 1_000;
    private static final int MIDDLE = 10_000;
    private static final int LARGE = 1_000_000;
    private static final List<Integer> SIZES = List.of(SMALL, 100_000, LARGE, 10 * LARGE);

    private DrivenTargets() {}

    /** The table, without a heading. */
    public static String of(DrivenResults results) {
        MarkdownTable text =
                new MarkdownTable(
                        6, "Driven", "must reach", "aim", "measured", "reached", "aim reached");
        for (Target target : all()) {
            text.add(target.line(results).toArray(String[]::new));
        }
        return text.toString();
    }

    static List<Target> all() {
        List<Target> targets = new ArrayList<>();
        targets.add(ns("save-delete", MIDDLE, 400, 250));
        targets.add(ns("task-life", MIDDLE, 130, 80));
        targets.add(ns("save-delete-typed", MIDDLE, 650, 400));
        targets.add(new Target("save-delete", LARGE, "save-delete", MIDDLE, 2.5, 2));
        targets.add(ns("block", 0, 73, 40));
        targets.addAll(times("get-view", "get-map", List.of(1.5, 1.8, 1.3, 1.3), 1.2, 1.2, 1, 1));
        targets.addAll(
                times(
                        "get-status",
                        "get-status-map",
                        List.of(1.2, 1.1, 1.0, 1.0),
                        1,
                        0.9,
                        0.8,
                        0.8));
        targets.addAll(
                times("get-field", "get-map", List.of(1.2, 1.1, 1.0, 1.0), 1, 0.9, 0.8, 0.8));
        targets.addAll(
                times("get-typed", "get-map", List.of(2.0, 1.7, 1.5, 1.5), 1.3, 1.3, 1.3, 1.3));
        targets.add(ns("walk", SMALL, 1_800, 1_000));
        targets.add(ns("walk-changed", SMALL, 2_800, 2_000));
        targets.add(ns("list", SMALL, 50, 15));
        targets.add(ns("list-changed", SMALL, 5_000, 2_500));
        targets.add(new Target("walk-held", SMALL, "walk-turned-over", SMALL, 1.3, 1));
        targets.add(new Target("list-held", SMALL, "list-turned-over", SMALL, 1.3, 1));
        return List.copyOf(targets);
    }

    private static Target ns(String id, int tasks, double must, double aim) {
        return new Target(id, tasks, "", 0, must, aim);
    }

    /** At each size, so many times what another row takes. */
    private static List<Target> times(String id, String otherId, List<Double> must, double... aim) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < SIZES.size(); i++) {
            int tasks = SIZES.get(i);
            targets.add(new Target(id, tasks, otherId, tasks, must.get(i), aim[i]));
        }
        return targets;
    }

    /**
     * What a row is to reach: nanoseconds, or so many times what another row takes.
     *
     * @param otherId that other row; empty where it is nanoseconds
     */
    record Target(String id, int tasks, String otherId, int otherTasks, double must, double aim) {
        List<String> line(DrivenResults results) {
            Optional<DrivenFigure> figure = results.of(id, tasks);
            Optional<Double> unit =
                    isRatio()
                            ? results.of(otherId, otherTasks).map(DrivenFigure::ns)
                            : Optional.of(1.0);
            Optional<Double> reached = figure.flatMap(own -> unit.map(by -> own.ns() / by));
            return List.of(
                    titled(DrivenRow.of(id, tasks)),
                    text(must),
                    text(aim),
                    measured(figure, reached),
                    reached.map(value -> Verdict.of(value, must)).orElse(""),
                    reached.map(value -> Verdict.of(value, aim)).orElse(""));
        }

        private boolean isRatio() {
            return !otherId.isEmpty();
        }

        private String measured(Optional<DrivenFigure> figure, Optional<Double> reached) {
            if (reached.isEmpty()) {
                return "not measured";
            }
            String ns = Figures.of(figure.orElseThrow().ns()) + " ns";
            return isRatio() ? ns + ", " + Figures.of(reached.get()) + "x" : ns;
        }

        private String text(double figure) {
            if (!isRatio()) {
                return "at most %s ns".formatted(Figures.of(figure));
            }
            DrivenRow other = DrivenRow.of(otherId, otherTasks);
            return "at most %sx %s"
                    .formatted(
                            Figures.of(figure),
                            otherTasks == tasks ? other.title() : titled(other));
        }

        private static String titled(DrivenRow row) {
            return row.tasks() == 0 ? row.title() : "%s, %,d".formatted(row.title(), row.tasks());
        }
    }
}
