package io.strait.engine.lane;

import io.strait.engine.command.BlockWord;
import io.strait.engine.command.Opcode;

/**
 * The writer's place in a producer's lane: the command it is at, an opcode and primitives. A look
 * at the lane's own words, moved from command to command; it never leaves the writer. Padded,
 * because what the writer stores here must not share a line with what producers read.
 *
 * <p>A slot is a word, and a command's first one is its header: the opcode in the lowest bits, how
 * many more slots belong to the command above that, and the argument in the upper half. The second
 * one of a block update is its block number, and a third, if there is one, its time. Of all other
 * commands the second one is the time; those that follow hold the write.
 *
 * <p>A block update that fits has no more than its header: see {@link BlockWord}.
 */
public final class ProducerCommand extends LinePadding {
    private static final int OPCODE_MASK = (1 << Opcode.BITS) - 1;
    private static final int MORE_SLOTS_SHIFT = Opcode.BITS + 1;
    private static final int ARGUMENT_SHIFT = 32;
    private static final int MORE_SLOTS_MASK = (1 << ARGUMENT_SHIFT - MORE_SLOTS_SHIFT) - 1;

    private final SlotWords words;
    private long published;
    private long header;
    private long first;
    private long last = -1;
    private long lastDone = -1;
    private int code;

    long p20;
    long p21;
    long p22;
    long p23;
    long p24;
    long p25;
    long p26;
    long p27;
    long p28;
    long p29;
    long p30;
    long p31;
    long p32;
    long p33;
    long p34;

    ProducerCommand(SlotWords words) {
        this.words = words;
    }

    /**
     * What is to be done.
     *
     * @return one of the constants of {@link io.strait.engine.command.Opcode}
     */
    public int opcode() {
        return (int) header & OPCODE_MASK;
    }

    /**
     * The number that goes with the opcode, such as the chain's.
     *
     * @return from 0
     */
    public int argument() {
        return (int) (header >>> ARGUMENT_SHIFT);
    }

    /**
     * The chain of a block update.
     *
     * @return the number of its handle
     */
    public int chainIndex() {
        return BlockWord.is(header) ? BlockWord.chainIndex(header) : argument();
    }

    /**
     * The block number of a block update.
     *
     * @return 0 to 2^63-1
     */
    public long blockNumber() {
        return BlockWord.is(header) ? BlockWord.blockNumber(header) : words.get(first + 1);
    }

    /**
     * The engine's time at which a block update was handed over.
     *
     * @return milliseconds since 1970-01-01 UTC; 0 when it was not stamped
     */
    public long blockTimeMs() {
        return last - first < 2 ? 0 : words.get(last);
    }

    /**
     * The engine's time at which any other write was handed over.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    public long timeMs() {
        return words.get(first + 1);
    }

    /**
     * The words that the write is in: valid until the handler returns.
     *
     * @return the write's begin at {@link #wordsAt}
     */
    public long[] words() {
        return words.all();
    }

    /**
     * Where the write's words begin.
     *
     * @return an index
     */
    public int wordsAt() {
        return words.indexOf(first + 2);
    }

    /**
     * Moves on to the next command.
     *
     * @param lastPublished up to where there are commands
     */
    void advance(long lastPublished) {
        published = lastPublished;
        first = last + 1;
        header = words.get(first);
        last = first;
        if (!BlockWord.is(header)) {
            // A branch, not an addition: where the next command is must not wait for this one's
            // words to arrive.
            last += moreSlots();
        }
    }

    /** The number of this command's last slot, by which it is known; -1 before the first one. */
    long sequence() {
        return last;
    }

    /** The command is done. */
    void done(int outcome) {
        lastDone = last;
        code = outcome;
    }

    /** The number of the last command that was done; not the one at hand if that failed. */
    long lastDone() {
        return lastDone;
    }

    /** What became of that command, as a code. */
    int code() {
        return code;
    }

    /** Whether it is a block update in one word, with which a run of them may begin. */
    boolean isBlockWord() {
        return BlockWord.is(header);
    }

    /**
     * Where a run of block updates in one word begins, of which this command is the first.
     *
     * @return an index in {@link #words}
     */
    public int runFrom() {
        return words.indexOf(first);
    }

    /**
     * Up to where it may go: the words behind it are commands too, as long as they are such
     * updates.
     *
     * @param atMost how many commands may be taken
     * @return an index behind the last word
     */
    public int runTo(int atMost) {
        long count = Math.min(published - first + 1, words.slotsToEnd(first));
        return runFrom() + (int) Math.min(count, atMost);
    }

    /** This command, and those of a word each behind it, are done. */
    void done(int count, int outcome) {
        last += count - 1;
        done(outcome);
    }

    private int moreSlots() {
        return (int) header >>> MORE_SLOTS_SHIFT & MORE_SLOTS_MASK;
    }

    /** The first word of a command. */
    static long header(int opcode, int moreSlots, int argument) {
        return (long) argument << ARGUMENT_SHIFT | (long) moreSlots << MORE_SLOTS_SHIFT | opcode;
    }
}
