package io.strait.engine.flat;

/**
 * Which word of a record's cell holds what. A record that came as an object is kept as that, and
 * has none of its kind's words, or only the first of them.
 */
final class RecordLayout {
    /** Its place in the order of its table. */
    static final int ORDER = Cells.HEADER_WORDS;

    /** Its neighbours in a queue: the writer's alone. */
    static final int LINKS = 4;

    /** The hash of its id. */
    static final int HASH = 5;

    /** How many words of its kind follow. */
    static final int WORD_COUNT = 6;

    static final int WORDS = 7;

    private RecordLayout() {}
}
