package io.strait.engine.journal;

import io.strait.api.Limits;
import java.io.IOException;

/** Takes the commands of a journal, in their order. */
public interface Replay {
    /** Nobody takes them. */
    Replay NOBODY = (position, opcode, argument, timeMs, outcome, words, at, wordCount) -> {};

    /** What follows was applied under these limits. */
    default void limits(Limits limits) throws IOException {
        // Nobody asks.
    }

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
