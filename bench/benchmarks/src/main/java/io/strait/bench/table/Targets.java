package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP;
import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_EXCLUSIVE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_READER;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SHARED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.api.WaitPreset;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.subject.Floor;
import java.util.ArrayList;
import java.util.List;

/**
 * What the project set out to reach, row by row, as it was before anything was measured. "The
 * reference" is the Go store's figure when it was run again; where a target is a multiple of that,
 * it stands here as nanoseconds.
 */
public final class Targets {
    /** How the engine was to wait. */
    private static final WaitPreset PRESET = WaitPreset.LOWEST_LATENCY;

    private Targets() {}

    /** The targets beside what was measured: a function of the results alone. */
    public static String of(TableResults table) {
        if (!table.preset().equals(PRESET.name())) {
            return "The targets are for `%s`, which the table's run did not have.%n"
                    .formatted(PRESET.name());
        }
        MarkdownTable text =
                new MarkdownTable(
                        6, "Row", "must reach", "aim", "measured", "reached", "aim reached");
        for (Target target : all()) {
            text.add(target.line(table).toArray(String[]::new));
        }
        return text.toString();
    }

    static List<Target> all() {
        List<Target> targets = new ArrayList<>();
        targets.add(
                new Target(
                        "set-block-1",
                        STRAIT_SYNC,
                        List.of(Demand.noBytes(), Demand.atMostTimes(1.5, Floor.PING_PONG)),
                        List.of(Demand.atMostTimes(1.25, Floor.PING_PONG))));
        targets.add(
                new Target(
                        "set-block-1",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.noBytes(), Demand.atMostNs(9), locked(1.5)),
                        List.of(Demand.atMostNs(5))));
        targets.add(shared("set-block-1", 28, List.of(), List.of(locked(1))));
        targets.add(shared("set-block-2", 35, List.of(locked(1)), List.of()));
        targets.add(shared("set-block-4", 63, List.of(locked(1)), List.of()));
        targets.add(
                new Target(
                        "get-block",
                        STRAIT_READER,
                        List.of(Demand.noBytes(), Demand.atMostNs(5)),
                        List.of(Demand.atMostNs(2))));
        for (String size : List.of("1k", "100k", "1M", "10M")) {
            targets.add(
                    new Target(
                            "get-task-" + size,
                            STRAIT_READER,
                            List.of(Demand.noBytes(), Demand.timesAsFastAs(CONCURRENT_MAP, 1)),
                            List.of()));
        }
        targets.add(
                new Target(
                        "list-pending-1k",
                        STRAIT_READER,
                        List.of(Demand.noBytes(), Demand.atMostNs(1_840), locked(3)),
                        List.of(Demand.atMostNs(1_200))));
        targets.add(
                new Target(
                        "list-pending-1k-of-10k",
                        STRAIT_READER,
                        List.of(Demand.noBytes(), locked(10)),
                        List.of(locked(25))));
        targets.add(
                new Target(
                        "list-pending-10k",
                        STRAIT_READER,
                        List.of(Demand.noBytes(), Demand.atMostNs(344_600 / 15.0), locked(3)),
                        List.of(Demand.atMostNs(10_000))));
        for (String row : List.of("save-task-alone", "save-task-steady")) {
            targets.add(
                    new Target(
                            row,
                            STRAIT_EXCLUSIVE,
                            List.of(Demand.noBytes(), Demand.atMostNs(300)),
                            List.of(locked(1))));
        }
        targets.add(
                new Target(
                        "save-config",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.noBytes(), Demand.atMostNs(350 / 3.0)),
                        List.of(Demand.atMostNs(35))));
        targets.add(
                new Target(
                        "save-performer",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.atMostNs(1_209 / 3.0)),
                        List.of(Demand.atMostNs(120.9))));
        targets.add(
                new Target(
                        "save-performer-steady",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.noBytes(), Demand.atMostNs(1_209 / 3.0)),
                        List.of(Demand.atMostNs(120.9))));
        targets.add(
                new Target(
                        "list-performers",
                        STRAIT_READER,
                        List.of(Demand.noBytes(), Demand.atMostNs(913.2)),
                        List.of(Demand.atMostNs(200))));
        targets.add(
                new Target(
                        "concurrent-steady-2",
                        STRAIT_SYNC,
                        List.of(locked(3)),
                        List.of(locked(10))));
        targets.add(
                new Target(
                        "concurrent-steady-2",
                        STRAIT_EXCLUSIVE,
                        List.of(locked(3)),
                        List.of(locked(10))));
        targets.add(
                new Target(
                        "commit-block-10",
                        STRAIT_EXCLUSIVE,
                        List.of(operations(10, "save-task")),
                        List.of(operations(5, "save-task"))));
        targets.add(
                new Target(
                        "commit-block-10-steady",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.noBytes(), operations(10, "save-task-steady")),
                        List.of(operations(5, "save-task-steady"))));
        targets.add(
                new Target(
                        "snapshot",
                        STRAIT_SYNC,
                        List.of(Demand.atMostNs(20)),
                        List.of(Demand.atMostNs(5))));
        targets.add(
                new Target(
                        "task-life",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.atLeastMillionsPerSecond(3)),
                        List.of(Demand.atLeastMillionsPerSecond(10))));
        return List.copyOf(targets);
    }

    private static Target shared(
            String row, double referenceNs, List<Demand> furtherMust, List<Demand> furtherAim) {
        List<Demand> must =
                new ArrayList<>(List.of(Demand.noBytes(), Demand.atMostNs(referenceNs)));
        must.addAll(furtherMust);
        List<Demand> aim = new ArrayList<>(List.of(Demand.atMostNs(referenceNs / 2)));
        aim.addAll(furtherAim);
        return new Target(row, STRAIT_SHARED, must, aim);
    }

    private static Demand locked(double times) {
        return Demand.timesAsFastAs(LOCKED, times);
    }

    private static Demand operations(double count, String row) {
        return Demand.atMostOperations(count, row, STRAIT_EXCLUSIVE);
    }
}
