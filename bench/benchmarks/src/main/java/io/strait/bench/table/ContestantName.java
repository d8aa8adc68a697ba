package io.strait.bench.table;

import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.subject.Floor;

/**
 * A contestant's name for readers: one whose writes are not done when they return has that said
 * wherever its figures are shown, and so has a floor that it is no contestant.
 */
final class ContestantName {
    private ContestantName() {}

    static String of(ContestantKind kind) {
        return kind.isHandOff() ? kind.label() + " (hand-off)" : kind.label();
    }

    /** Of the one with a label, a contestant's or a floor's. */
    static String ofLabel(String label) {
        return Floor.labelled(label).isPresent()
                ? label + " (floor)"
                : of(ContestantKind.ofLabel(label));
    }
}
