package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.MVSTORE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_EXCLUSIVE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Conditions;
import io.strait.bench.subject.Floor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Targets are met, missed or not measured. Seen to fail with a comparison turned round. */
class TargetsTest {
    private static final RowResult SNAPSHOT =
            row("snapshot", cell(STRAIT_SYNC, 12, 10), cell(LOCKED, 0, 15));
    private static final RowResult LIFE = row("task-life", cell(STRAIT_EXCLUSIVE, 0, 250));
    private static final TableResults TABLE =
            new TableResults(
                    new Conditions(
                            "table", "2026-01-02", "abc", "cpu", 2, 1, "os", "17", List.of()),
                    "quick",
                    "LOWEST_LATENCY",
                    JvmOrder.IN_TURN,
                    List.of(SNAPSHOT, LIFE));

    @Test
    void shouldSayWhatIsMetAndByHowMuchTheRestIsMissed() {
        Target target =
                new Target(
                        "snapshot",
                        STRAIT_SYNC,
                        List.of(Demand.atMostNs(10), Demand.timesAsFastAs(LOCKED, 1.5)),
                        List.of(
                                Demand.noBytes(),
                                Demand.atMostNs(5),
                                Demand.timesAsFastAs(LOCKED, 3)));
        assertEquals(
                List.of(
                        "snapshot(), strait-sync",
                        "at most 10.0 ns; 1.50x locked",
                        "0 B; at most 5.00 ns; 3.00x locked",
                        "10.0 ns, 12.0 B",
                        "met",
                        "**missed**: 0 B; **missed**: at most 5.00 ns by 2.00x; **missed**: 3.00x"
                                + " locked by 2.00x"),
                target.line(TABLE));
    }

    @Test
    void shouldCompareNothingWhereTheEngineWaitedInAnotherWay() {
        TableResults balanced =
                new TableResults(
                        TABLE.conditions(), "quick", "BALANCED", JvmOrder.IN_TURN, TABLE.rows());
        assertTrue(Targets.of(TABLE).contains("A task's life"));
        assertFalse(Targets.of(balanced).contains("A task's life"));
        assertTrue(Targets.earlier(TABLE).contains("snapshot()"));
        assertFalse(Targets.earlier(balanced).contains("snapshot()"));
    }

    @Test
    void shouldTurnMillionsASecondIntoTime() {
        Target target =
                new Target(
                        "task-life",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.atLeastMillionsPerSecond(4)),
                        List.of(Demand.atLeastMillionsPerSecond(5)));
        List<String> line = target.line(TABLE);
        assertEquals("met", line.get(4));
        assertEquals("**missed**: 5.00 M/s by 1.25x", line.get(5));
    }

    @Test
    void shouldCompareWithSoManyOperationsOfAnotherRow() {
        Demand demand = Demand.atMostOperations(10, "task-life", STRAIT_EXCLUSIVE);
        CellResult cell = cell(STRAIT_EXCLUSIVE, 0, 5_000);
        assertEquals(2.0, demand.shareOf(TABLE, SNAPSHOT, cell).orElseThrow(), 1e-9);
    }

    /** Whatever slows the floor down. Seen to fail with the mean of its JVMs. */
    @Test
    void shouldCompareWithAFloorOfTheRow() {
        CellResult cell = cell(STRAIT_SYNC, 0, 300);
        CellResult floor = cell(Floor.PING_PONG.label(), 0, 100, 400);
        Demand demand = Demand.atMostTimes(1.5, Floor.PING_PONG);
        assertEquals("at most 1.50x ping-pong", demand.text());
        assertEquals(
                2.0,
                demand.shareOf(TABLE, row("set-block-1", cell, floor), cell).orElseThrow(),
                1e-9);
        assertTrue(demand.shareOf(TABLE, row("set-block-1", cell), cell).isEmpty());
    }

    @Test
    void shouldSayWhatWasNotMeasured() {
        Demand faster = Demand.timesAsFastAs(STRAIT_EXCLUSIVE, 1);
        Target noRow = new Target("get-block", STRAIT_SYNC, List.of(faster), List.of());
        assertEquals("not measured", noRow.line(TABLE).get(3));
        Target noRival = new Target("snapshot", STRAIT_SYNC, List.of(faster), List.of());
        assertEquals(
                "faster than strait-exclusive (hand-off): not measured",
                noRival.line(TABLE).get(4));
    }

    /** Not even that it is met. */
    @Test
    void shouldSayNothingWhereNothingIsDemanded() {
        Target target =
                new Target("snapshot", STRAIT_SYNC, List.of(Demand.atMostNs(10)), List.of());
        assertEquals(List.of("met", ""), target.line(TABLE).subList(4, 6));
    }

    /** A target of a row that was renamed would never be measured again. */
    @Test
    void shouldBeOfRowsAndContestantsThatThereAre() {
        for (Target target : allTargets()) {
            List<ContestantKind> contestants =
                    TableRows.all().stream()
                            .filter(row -> row.id().equals(target.row()))
                            .findFirst()
                            .orElseThrow()
                            .contestants();
            assertTrue(contestants.contains(target.kind()), target::toString);
        }
    }

    private static List<Target> allTargets() {
        return Stream.concat(Targets.inPlace().stream(), Targets.earlier().stream()).toList();
    }

    /** Seen to fail where the floor's fastest JVM was taken, and where faster was slower. */
    @Test
    void shouldCompareWithTheBestRivalAndAYardstickOfTheRow() {
        CellResult cell = cell(STRAIT_SYNC, 0, 300);
        CellResult yardstick = cell(Floor.SYNC_BLOCK.label(), 0, 50, 200);
        RowResult row =
                row("save-task", cell, yardstick, cell(LOCKED, 0, 150), cell(MVSTORE, 0, 400));
        assertShare(
                2.0,
                "at most 1.50x sync-block",
                Demand.atMostTimesInTurn(1.5, Floor.SYNC_BLOCK),
                row,
                cell);
        assertShare(
                0.8, "at most 2.50x the best rival", Demand.atMostTimesBestRival(2.5), row, cell);
        assertShare(2.0, "the best", Demand.atMostTimesBestRival(1), row, cell);
        assertShare(
                3.0,
                "1.50x as fast as the best rival",
                Demand.timesAsFastAsBestRival(1.5),
                row,
                cell);
        assertShare(0.5, "at most 1.50x mvstore", Demand.atMostTimes(1.5, MVSTORE), row, cell);
        assertShare(
                300 / 18_140.0,
                "under 10.0 of the reference's 1,814 ns",
                Demand.underReference(10, "save-task"),
                row,
                cell);
    }

    private static void assertShare(
            double expected, String text, Demand demand, RowResult row, CellResult cell) {
        assertEquals(text, demand.text());
        assertEquals(expected, demand.shareOf(TABLE, row, cell).orElseThrow(), 1e-9);
    }

    private static RowResult row(String id, CellResult... cells) {
        return new RowResult(id, id, "work", 1, 1, Arrays.asList(cells), List.of(), "");
    }

    private static CellResult cell(ContestantKind kind, double bytes, double ns) {
        return cell(kind.label(), bytes, ns);
    }

    private static CellResult cell(String label, double bytes, double... jvmsNs) {
        Samples samples = new Samples(DoubleStream.of(jvmsNs).mapToObj(List::of).toList());
        return new CellResult(label, bytes, 0, null, samples);
    }
}
