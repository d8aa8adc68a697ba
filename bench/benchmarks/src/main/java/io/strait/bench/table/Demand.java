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
                (table, row, cell) ->
                        row.of(rival)
                                .map(
                                        other ->
                                                cell.time().figure()
                                                        * times
                                                        / other.time().figure()));
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
                                .map(
                                        other ->
                                                cell.time().figure()
                                                        / count
                                                        / other.time().figure()));
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
