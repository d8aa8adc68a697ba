package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the project set out to reach in a row.
 *
 * @param row the row's id
 * @param kind who is to reach it
 * @param must what has to be reached
 * @param aim what is aimed for
 */
record Target(String row, ContestantKind kind, List<Demand> must, List<Demand> aim) {
    private static final String NOT_MEASURED = "not measured";

    /** Of means of logarithms. */
    private static final double ROUNDING = 1e-9;

    /** The line of the table of targets. */
    List<String> line(TableResults table) {
        Optional<RowResult> result = table.row(row);
        Optional<CellResult> cell = result.flatMap(found -> found.of(kind));
        String name = TableRows.titleOf(row) + ", " + ContestantName.of(kind);
        if (cell.isEmpty()) {
            return List.of(name, text(must), text(aim), NOT_MEASURED, "", "");
        }
        return List.of(
                name,
                text(must),
                text(aim),
                Figures.of(cell.get().time().figure())
                        + " ns, "
                        + Figures.of(cell.get().bytesPerOp())
                        + " B",
                verdict(must, table, result.get(), cell.get()),
                verdict(aim, table, result.get(), cell.get()));
    }

    private static String text(List<Demand> demands) {
        return demands.stream().map(Demand::text).collect(Collectors.joining("; "));
    }

    /** Met, or what is missed, and by how much; nothing where nothing is demanded. */
    private static String verdict(
            List<Demand> demands, TableResults table, RowResult row, CellResult cell) {
        if (demands.isEmpty()) {
            return "";
        }
        String missed =
                demands.stream()
                        .map(demand -> missed(demand, demand.shareOf(table, row, cell)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
        return missed.isEmpty() ? "met" : missed;
    }

    private static String missed(Demand demand, Optional<Double> share) {
        if (share.isEmpty()) {
            return demand.text() + ": " + NOT_MEASURED;
        }
        if (share.get() <= 1 + ROUNDING) {
            return "";
        }
        String by = share.get().isInfinite() ? "" : " by " + Figures.of(share.get()) + "x";
        return "**missed**: " + demand.text() + by;
    }
}
