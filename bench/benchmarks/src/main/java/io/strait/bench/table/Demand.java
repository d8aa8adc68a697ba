package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.subject.Floor;
import java.util.Optional;

/** What a cell of the table is to reach. */
interface Demand {
    /** The demand, for readers. */
    String text();

    /**
     * How far the cell is from it: 1 or less when it is met; nothing when that was not measured.
     */
    Optional<Double> shareOf(TableResults table, RowResult row, CellResult cell);

    /** Allocates nothing: less than half a byte an operation, so that it is shown as 0. */
    static Demand noBytes() {
        return of(
                "0 B",
                (table, row, cell) ->
                        Optional.of(cell.bytesPerOp() < 0.5 ? 0 : Double.POSITIVE_INFINITY));
    }

    static Demand atMostNs(double ns) {
        return of(
                "at most " + Figures.of(ns) + " ns",
                (table, row, cell) -> Optional.of(cell.time().figure() / ns));
    }

    /** At most what so many operations of a row took the reference when it was run again. */
    static Demand underReference(double count, String row) {
        double ns = Published.ofRow(row).storeRerun().ns();
        String many = count == 1 ? "" : Figures.of(count) + " of ";
        return of(
                "under " + many + "the reference's " + Figures.of(ns) + " ns",
                (table, found, cell) -> Optional.of(cell.time().figure() / (count * ns)));
    }

    /** So many operations a second. */
    static Demand atLeastMillionsPerSecond(double millions) {
        return of(
                Figures.of(millions) + " M/s",
                (table, row, cell) -> Optional.of(cell.time().figure() * millions / 1_000));
    }

    /** So many times as fast as another contestant of the row. */
    static Demand timesAsFastAs(ContestantKind rival, double times) {
        String name = ContestantName.of(rival);
        return of(
                times == 1 ? "faster than " + name : Figures.of(times) + "x " + name,
                (table, row, cell) -> row.of(rival).map(other -> timesOf(cell, other) * times));
    }

    /** At most so many times what another contestant of the row takes. */
    static Demand atMostTimes(double times, ContestantKind rival) {
        return of(
                "at most " + Figures.of(times) + "x " + ContestantName.of(rival),
                (table, row, cell) -> row.of(rival).map(other -> timesOf(cell, other) / times));
    }

    /** At most so many times what the best rival of the row takes. */
    static Demand atMostTimesBestRival(double times) {
        return of(
                times == 1 ? "the best" : "at most " + Figures.of(times) + "x the best rival",
                (table, row, cell) -> row.bestRival().map(other -> timesOf(cell, other) / times));
    }

    /** So many times as fast as the best rival of the row. */
    static Demand timesAsFastAsBestRival(double times) {
        return of(
                Figures.of(times) + "x as fast as the best rival",
                (table, row, cell) -> row.bestRival().map(other -> timesOf(cell, other) * times));
    }

    /**
     * At most so many times what a yardstick of the row takes, by all of its JVMs: it is Strait's
     * own, and is slowed down by whatever slows the cell down.
     */
    static Demand atMostTimesInTurn(double times, Floor yardstick) {
        return of(
                "at most " + Figures.of(times) + "x " + yardstick.label(),
                (table, row, cell) -> row.of(yardstick).map(other -> timesOf(cell, other) / times));
    }

    /**
     * At most so many times what a floor of the row takes, by the fastest of the floor's JVMs: it
     * is what is possible, and a slow hour of the machine must not make it higher.
     */
    static Demand atMostTimes(double times, Floor floor) {
        return of(
                "at most " + Figures.of(times) + "x " + floor.label(),
                (table, row, cell) ->
                        row.of(floor)
                                .map(
                                        other ->
                                                cell.time().figure()
                                                        / times
                                                        / other.samplesNs().fastestJvm()));
    }

    /** At most what so many operations of another row take. */
    static Demand atMostOperations(double count, String otherRow, ContestantKind kind) {
        return of(
                "at most " + Figures.of(count) + " of " + TableRows.titleOf(otherRow),
                (table, row, cell) ->
                        table.row(otherRow)
                                .flatMap(other -> other.of(kind))
                                .map(other -> timesOf(cell, other) / count));
    }

    private static double timesOf(CellResult cell, CellResult other) {
        return cell.time().figure() / other.time().figure();
    }

    private static Demand of(String text, Share share) {
        return new Demand() {
            @Override
            public String text() {
                return text;
            }

            @Override
            public Optional<Double> shareOf(TableResults table, RowResult row, CellResult cell) {
                return share.of(table, row, cell);
            }
        };
    }

    /** See {@link #shareOf}. */
    @FunctionalInterface
    interface Share {
        Optional<Double> of(TableResults table, RowResult row, CellResult cell);
    }
}
