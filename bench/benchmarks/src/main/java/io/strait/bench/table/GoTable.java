package io.strait.bench.table;

import static io.strait.bench.table.Published.ofRerun;
import static io.strait.bench.table.Published.ofStore;

import java.util.Map;

/**
 * The Go benchmark's table: as its authors published it, and as their unchanged code gave it with
 * Go 1.19.8 on 2 cores, median of 3.
 */
final class GoTable {
    /** Its rows, by the ids of ours. */
    static final Map<String, Published> FIGURES =
            Map.ofEntries(
                    Map.entry(
                            "save-task",
                            ofStore(figure(620.9, 493, 10), figure(1_814, 499, 10))
                                    .andSyncMap(figure(679.7, 415, 13), figure(1_954, 474, 13))),
                    Map.entry(
                            "get-task",
                            ofStore(figure(68.75, 13, 1), figure(83, 13, 1))
                                    .andSyncMap(figure(71.48, 13, 1), figure(95, 13, 1))),
                    Map.entry(
                            "list-pending-1k",
                            ofStore(figure(12_094, 17_528, 11), figure(18_400, 25_208, 12))),
                    Map.entry(
                            "concurrent-growing",
                            ofStore(figure(96_444, 198_814, 14), figure(129_000, 113_000, 14))
                                    .andSyncMap(
                                            figure(114_985, 105_072, 16),
                                            figure(101_000, 55_000, 11))),
                    Map.entry(
                            "set-block-1",
                            ofStore(figure(9.077, 0, 0), new GoFigure(26.5, 0, null))
                                    .andSyncMap(figure(117.0, 48, 4), figure(157, 48, 3))),
                    Map.entry(
                            "save-config",
                            ofStore(figure(235.8, 136, 7), figure(350, 136, 7))
                                    .andSyncMap(figure(277.9, 176, 9), figure(424, 176, 9))),
                    Map.entry(
                            "save-performer",
                            ofStore(figure(479.7, 345, 5), figure(1_209, 363, 5))),
                    Map.entry(
                            "list-performers",
                            ofStore(figure(5_092, 20_096, 101), figure(9_132, 20_096, 101))),
                    Map.entry(
                            "list-pending-10k",
                            ofStore(figure(161_235, 311_074, 37), figure(344_600, 359_100, 59))),
                    Map.entry("set-block-2", ofRerun(35)),
                    Map.entry("set-block-4", ofRerun(63)));

    private GoTable() {}

    private static GoFigure figure(double ns, int bytes, int allocations) {
        return GoFigure.of(ns, bytes, allocations);
    }
}
