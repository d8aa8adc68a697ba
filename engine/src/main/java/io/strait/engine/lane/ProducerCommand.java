package io.strait.engine.lane;

/**
 * The writer's place in a producer's lane: the command it is at, an opcode and primitives. A look
 * at the lane's own words, moved from command to command; it never leaves the writer. Padded,
 * because what the writer stores here must not share a line with what producers read.
 *
 * <p>A slot has two words. The first slot's first word holds the opcode in its lowest byte, how
 * many more slots belong to the command in the next three, and the argument above these. Its second
 * word is the block number of a block update, whose time, if any, is in one more slot; for all
 * other commands it is the time, and the slots that follow hold the write.
 */
public final class ProducerCommand extends LinePadding {
    private static final int MORE_SLOTS_SHIFT = 8;
    private static final int ARGUMENT_SHIFT = 32;
    private static final int OPCODE_MASK = 0xFF;
    private static final int MORE_SLOTS_MASK = 0xFF_FFFF;

    private final SlotWords words;
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
     * The block number.
     *
     * @return 0 to 2^63-1
     */
    public long blockNumber() {
        return words.second(first);
    }

    /**
     * The engine's time at which a block update was handed over.
     *
     * @return milliseconds since 1970-01-01 UTC; 0 when it was not stamped
     */
    public long blockTimeMs() {
        return moreSlots() == 0 ? 0 : words.first(first + 1);
    }

    /**
     * The engine's time at which any other write was handed over.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    public long timeMs() {
        return words.second(first);
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
        return words.indexOf(first + 1);
    }

    /** Moves on to the next command. */
    void advance() {
        first = last + 1;
        header = words.first(first);
        last = first;
        int moreSlots = moreSlots();
        if (moreSlots != 0) {
            // A branch, not an addition: where the next command is must not wait for this one's
            // words to arrive.
            last += moreSlots;
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

    private int moreSlots() {
        return (int) (header >>> MORE_SLOTS_SHIFT) & MORE_SLOTS_MASK;
    }

    static long header(int opcode, int moreSlots, int argument) {
        return (long) argument << ARGUMENT_SHIFT | (long) moreSlots << MORE_SLOTS_SHIFT | opcode;
    }
}
