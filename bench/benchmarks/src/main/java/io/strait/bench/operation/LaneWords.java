package io.strait.bench.operation;

/**
 * How many words the workload's writes take in an exclusive producer's lane, with numbers of seven
 * digits in their ids. For a floor that hands over as many: see {@link
 * io.strait.bench.subject.Floor#WORD_RING}.
 */
public final class LaneWords {
    /** A new task. */
    public static final int SAVE = 17;

    /** A change of status, or a deletion. */
    public static final int ID = 5;

    /** An operator set's configuration. */
    public static final int CONFIG = 8;

    /** A performer. */
    public static final int PERFORMER = 30;

    /** A block with 10 new tasks. */
    public static final int COMMIT_OF_10 = 153;

    private LaneWords() {}
}
