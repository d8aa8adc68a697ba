package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.COMMAND_LEAD;

/**
 * A command of a journal, and what became of it, where it lies: see {@link FrameLayout}. Whoever is
 * handed one has it until he returns.
 */
public final class JournaledCommand {
    private long position;
    private long[] frameWords;
    private int lead;

    JournaledCommand() {}

    /** Moves to the command that begins at a word. */
    void moveTo(long newPosition, long[] words, int at) {
        position = newPosition;
        frameWords = words;
        lead = at;
    }

    /** Its place in the order of all. */
    public long position() {
        return position;
    }

    /** One of {@link io.strait.engine.record.Opcode}. */
    public int opcode() {
        return (int) frameWords[lead] & 0xFF;
    }

    /** What became of it, as a code. */
    public int outcome() {
        return (byte) (frameWords[lead] >>> Byte.SIZE);
    }

    /** How many words it has. */
    public int wordCount() {
        return (int) (frameWords[lead] >>> Integer.SIZE);
    }

    /** The number that goes with the opcode. */
    public int argument() {
        return (int) frameWords[lead + 1];
    }

    /** When it was submitted, ms; 0 where its rules do not ask. */
    public long timeMs() {
        return frameWords[lead + 2];
    }

    /** Its words are in here, from {@link #wordsAt} on. */
    public long[] words() {
        return frameWords;
    }

    /** Where its words begin. */
    public int wordsAt() {
        return lead + COMMAND_LEAD;
    }
}
