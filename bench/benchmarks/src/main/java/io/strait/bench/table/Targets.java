package io.strait.bench.table;

import static io.strait.bench.contestant.ContestantKind.CONCURRENT_MAP;
import static io.strait.bench.contestant.ContestantKind.LOCKED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_ASYNC;
import static io.strait.bench.contestant.ContestantKind.STRAIT_EXCLUSIVE;
import static io.strait.bench.contestant.ContestantKind.STRAIT_READER;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SHARED;
import static io.strait.bench.contestant.ContestantKind.STRAIT_SYNC;

import io.strait.api.WaitPreset;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.subject.Floor;
import java.util.ArrayList;
import java.util.List;

/**
 * What the project set out to reach, row by row: with the engine in place, and what was set before
 * anything was measured. "The reference" is the Go store's figure when it was run again; where an
 * earlier target is a multiple of that, it stands here as nanoseconds.
 */
public final class Targets {
    /** How the engine was to wait. */
    private static final WaitPreset PRESET = WaitPreset.LOWEST_LATENCY;

    private Targets() {}

    /** What the engine in place is to reach, beside what was measured. */
    public static String of(TableResults table) {
        return of(inPlace(), table);
    }

    /** What was set before that, beside what was measured. */
    public static String earlier(TableResults table) {
        return of(earlier(), table);
    }

    /** A function of the results alone. */
    private static String of(List<Target> targets, TableResults table) {
        if (!table.preset().equals(PRESET.name())) {
            return "The targets are for `%s`, which the table's run did not have.%n"
                    .formatted(PRESET.name());
        }
        MarkdownTable text =
                new MarkdownTable(
                        6, "Row", "must reach", "aim", "measured", "reached", "aim reached");
        for (Target target : targets) {
            text.add(target.line(table).toArray(String[]::new));
        }
        return text.toString();
    }

    static List<Target> inPlace() {
        List<Target> targets = new ArrayList<>();
        targets.add(
                new Target(
                        "set-block-1",
                        STRAIT_SYNC,
                        List.of(Demand.noBytes(), Demand.atMostTimes(1.6, Floor.PING_PONG)),
                        List.of(Demand.atMostTimes(1.3, Floor.PING_PONG))));
        for (String row : List.of("save-task", "update-status", "save-config", "save-performer")) {
            targets.add(
                    new Target(
                            row,
                            STRAIT_SYNC,
                            List.of(Demand.atMostTimesInTurn(2.5, Floor.SYNC_BLOCK)),
                            List.of(Demand.atMostTimesInTurn(1.7, Floor.SYNC_BLOCK))));
        }
        for (String row : List.of("save-task", "update-status")) {
            targets.add(
                    new Target(
                            row,
                            STRAIT_ASYNC,
                            List.of(Demand.atMostTimesBestRival(2)),
                            List.of(Demand.atMostTimesBestRival(1.5))));
        }
        targets.add(
                new Target(
                        "save-task-alone",
                        STRAIT_EXCLUSIVE,
                        List.of(Demand.noBytes(), Demand.atMostTimes(1.5, Floor.WORD_RING)),
                        List.of(Demand.atMostTimes(1.2, Floor.WORD_RING))));
        targets.add(handedOff("save-task-steady", 1, "save-task"));
        targets.add(handedOff("save-config", 1, "save-config"));
        targets.add(handedOff("save-performer-steady", 1, "save-performer"));
        targets.add(handedOff("task-life", 0.25, "save-task"));
        targets.add(handedOff("commit-block-10-steady", 10, "save-task"));
        List<String> sizes = List.of("1k", "100k", "1M", "10M");
        List<Double> copiedMust = List.of(1.5, 1.8, 1.3, 1.3);
        List<Double> copiedAim = List.of(1.2, 1.2, 1.0, 1.0);
        List<Double> typedMust = List.of(2.0, 1.7, 1.5, 1.5);
        for (int i = 0; i < sizes.size(); i++) {
            targets.add(byKey(sizes.get(i), STRAIT_READER, copiedMust.get(i), copiedAim.get(i)));
        }
        for (int i = 0; i < sizes.size(); i++) {
            targets.add(byKey(sizes.get(i), STRAIT_SYNC, typedMust.get(i), 1.3));
        }
        for (ContestantKind kind : List.of(STRAIT_READER, STRAIT_SYNC)) {
            targets.add(
                    new Target(
                            "get-task",
                            kind,
                            List.of(
                                    Demand.underReference(1, "get-task"),
                                    Demand.atMostTimesBestRival(1.2)),
                            List.of(Demand.atMostTimesBestRival(1))));
        }
        targets.add(walk("list-pending-1k", 1_800, 1_000));
        targets.add(walk("list-pending-1k-changed", 2_800, 2_000));
        targets.add(concurrent("concurrent-growing", 1.5, 3));
        for (int threads : new int[] {1, 2, 4}) {
            targets.add(concurrent("concurrent-steady-" + threads, 1.2, 2));
        }
        return List.copyOf(targets);
    }

    /**
     * Against a ring that carries as many words, and against as many operations of the reference as
     * it makes of the same kind.
     */
    private static Target handedOff(String row, double count, String referenceRow) {
        return new Target(
                row,
                STRAIT_EXCLUSIVE,
                List.of(
                        Demand.noBytes(),
                        Demand.atMostTimes(1.6, Floor.WORD_RING),
                        Demand.underReference(count, referenceRow)),
                List.of(Demand.atMostTimes(1.25, Floor.WORD_RING)));
    }

    private static Target byKey(String size, ContestantKind kind, double must, double aim) {
        return new Target(
                "get-task-" + size,
                kind,
                List.of(Demand.noBytes(), Demand.atMostTimes(must, CONCURRENT_MAP)),
                List.of(Demand.atMostTimes(aim, CONCURRENT_MAP)));
    }

    private static Target walk(String row, double mustNs, double aimNs) {
        return new Target(
                row,
                STRAIT_READER,
                List.of(Demand.noBytes(), Demand.atMostNs(mustNs)),
                List.of(Demand.atMostNs(aimNs)));
    }

    private static Target concurrent(String row, double must, double aim) {
        return new Target(
                row,
                STRAIT_SYNC,
                List.of(Demand.timesAsFastAsBestRival(must)),
                List.of(Demand.timesAsFastAsBestRival(aim)));
    }

    static List<Target> earlier() {
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
