package io.strait.engine.journal;

/** Takes the commands of a journal, in their order. */
public interface Replay {
    /** Nobody takes them. */
    Replay NOBODY = (position, opcode, argument, timeMs, outcome, words, at, wordCount) -> {};

    /**
     * A command.
     *
     * @param outcome what became of it, as a code
     * @param words its words are in here, valid until this returns
     * @param at where they begin
     * @param wordCount how many there are
     */
    void command(
            long position,
            int opcode,
            int argument,
            long timeMs,
            int outcome,
            long[] words,
            int at,
            int wordCount);
}
