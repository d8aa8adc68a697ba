package io.strait.engine.record;

/**
 * Where the writer puts each command that it applies, in their order: complete in itself, so that
 * the same commands applied to the same state give the same state in another process.
 */
public interface CommandLog {
    /**
     * Takes a command. Writer thread only, before the command's batch is published.
     *
     * @param words its words are in here, valid until this returns; see {@link CommandWords}
     * @param at where they begin
     * @param wordCount how many there are
     */
    void append(
            long position,
            int opcode,
            int argument,
            long timeMs,
            long[] words,
            int at,
            int wordCount);
}
