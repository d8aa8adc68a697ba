package io.strait.engine.flat;

/** Which word of a block's cell holds what. */
final class BlockLayout {
    /** How many words of the block follow. */
    static final int WORD_COUNT = Cells.HEADER_WORDS;

    /** The first of them, which is the block's number: see {@code codec.EncodedBlock}. */
    static final int WORDS = 4;

    private BlockLayout() {}
}
