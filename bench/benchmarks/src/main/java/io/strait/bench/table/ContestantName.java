package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;

/**
 * A contestant's name for readers: one whose writes are not done when they return has that said
 * wherever its figures are shown.
 */
final class ContestantName {
    private ContestantName() {}

    static String of(ContestantKind kind) {
        return kind.isHandOff() ? kind.label() + " (hand-off)" : kind.label();
    }

    /** Of the one with a label. */
    static String ofLabel(String label) {
        return of(ContestantKind.ofLabel(label));
    }
}
