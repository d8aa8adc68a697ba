package io.strait.engine.record;

/**
 * Where the writer puts each command that it applies, in their order: complete in itself, so that
 * the same commands applied to the same state give the same state in another process. Writer thread
 * only. What it throws ends the engine: a {@link java.io.UncheckedIOException} if the disk is why.
 */
public interface CommandLog {
    /**
     * Whether there is room for a command of so many words. To be asked before each is appended:
     * one for which there is none is refused, and leaves no trace.
     */
    boolean reserve(int wordCount);

    /**
     * Takes a command, before it is applied.
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

    /** Takes what became of the command that was appended last, as a code of 8 bits. */
    void outcome(int code);

    /** A batch is applied, and about to be published: stores it, as far as it has to be. */
    void commit();

    /** There is no work: does what is due. */
    void idle();

    /**
     * Stores what was committed, and closes; only closes if it has failed before. Idempotent. Also
     * for a thread that acts in place of a writer that has ended.
     */
    void close();
}
