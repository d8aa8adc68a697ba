package io.strait.engine.lane;

import io.strait.engine.access.Padded;
import io.strait.engine.record.Opcode;
import java.util.Arrays;

/**
 * The writer's place in a lane: the command it is at, looked at where it is. Moved from command to
 * command; it never leaves the writer. Padded, because what the writer stores here must not share a
 * line with what producers read. A command in a lane is a run of words:
 *
 * <pre>
 *   0   opcode (5 bits) | 0 (1) | how many more words it has (26) | argument (32)
 *   1   time, ms
 *   2   the words of the command: see {@link io.strait.engine.record.CommandWords}
 * </pre>
 *
 * <p>A block update by a handle that fits has no more than its first word ({@link BlockWord}); one
 * that does not has the handle's number as its argument, and the block number as its third word.
 */
public final class LaneCommand extends Padded {
    /** A block update by a handle: in lanes only, as the handle's number is this process's own. */
    static final int BLOCK_BY_HANDLE = 31;

    /** How many words precede those of the command. */
    static final int LEAD = 2;

    private static final int OPCODE_MASK = (1 << Opcode.BITS) - 1;
    private static final int MORE_SHIFT = Opcode.BITS + 1;
    private static final int ARGUMENT_SHIFT = 32;
    private static final int MORE_MASK = (1 << ARGUMENT_SHIFT - MORE_SHIFT) - 1;

    private final SlotWords words;
    private long published;
    private long header;
    private long first;
    private long last = -1;
    private long lastDone = -1;
    private int code;

    /** The words of a command that came beside the lane; null when they are in it. */
    private long[] wordsBeside;

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

    LaneCommand(SlotWords words) {
        this.words = words;
    }

    /** What is to be done: one of {@link Opcode}. */
    public int opcode() {
        int opcode = (int) header & OPCODE_MASK;
        return opcode == BLOCK_BY_HANDLE ? Opcode.SET_LAST_PROCESSED_BLOCK : opcode;
    }

    /** The number that goes with the opcode. */
    public int argument() {
        return (int) (header >>> ARGUMENT_SHIFT);
    }

    /** When the command was submitted, ms; 0 when nobody asks. */
    public long timeMs() {
        return BlockWord.is(header) ? 0 : words.get(first + 1);
    }

    /** Whether it is a block update that names its chain by a handle. */
    public boolean isBlockByHandle() {
        return BlockWord.is(header) || ((int) header & OPCODE_MASK) == BLOCK_BY_HANDLE;
    }

    /** The number of the handle of a block update. */
    public int chainIndex() {
        return BlockWord.is(header) ? BlockWord.chainIndex(header) : argument();
    }

    /** The block number of a block update by a handle. */
    public long blockNumber() {
        return BlockWord.is(header) ? BlockWord.blockNumber(header) : words.get(first + LEAD);
    }

    /** The array that the words of the command are in: valid until the handler returns. */
    public long[] words() {
        return wordsBeside == null ? words.all() : wordsBeside;
    }

    /** Where the words of the command begin. */
    public int wordsAt() {
        return wordsBeside == null ? words.indexOf(first + LEAD) : 0;
    }

    /** How many words the command has. */
    public int wordCount() {
        return wordsBeside == null ? (int) (last - first) + 1 - LEAD : wordsBeside.length;
    }

    /** Moves on to the next command. */
    void advance(long lastPublished) {
        published = lastPublished;
        first = last + 1;
        header = words.get(first);
        last = first;
        if (!BlockWord.is(header)) {
            // A branch, not an addition: where the next command is must not wait for this one's
            // words to arrive.
            last += (int) header >>> MORE_SHIFT & MORE_MASK;
        }
    }

    /** Leaves nothing of the command's words, which were taken, if they may be secret. */
    void wipeIfSecret() {
        if (Opcode.isSecret(opcode())) {
            int at = wordsAt();
            Arrays.fill(words(), at, at + wordCount(), 0);
        }
    }

    /** Whether the lane has no words of the command. */
    boolean isWithoutWords() {
        return last - first + 1 == LEAD;
    }

    /** Tells where the command's words are, if they are not in the lane. */
    void wordsBeside(long[] beside) {
        if (wordsBeside != beside) {
            wordsBeside = beside;
        }
    }

    /** The number of this command's last slot, by which it is known; -1 before the first one. */
    long sequence() {
        return last;
    }

    /** Whether it fills what is left before the end of the ring. */
    boolean isPadding() {
        return ((int) header & OPCODE_MASK) == Opcode.PADDING;
    }

    /** The command is done. */
    void done(int outcome) {
        lastDone = last;
        code = outcome;
    }

    /** The number of the last command that was done; not the present one if that failed. */
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

    /** Where a run of block updates in one word begins, of which this command is the first. */
    public int runFrom() {
        return words.indexOf(first);
    }

    /**
     * Up to where it may go: the words behind it are commands too, as long as they are such
     * updates.
     */
    public int runTo(int atMost) {
        long count = Math.min(published - first + 1, words.slotsToEnd(first));
        return runFrom() + (int) Math.min(count, atMost);
    }

    /** The array with the words of a run. */
    public long[] run() {
        return words.all();
    }

    /** This command, and those of a word each behind it, are done. */
    void done(int count, int outcome) {
        last += count - 1;
        done(outcome);
    }

    /** The first word of a command. */
    static long header(int opcode, int moreWords, int argument) {
        return (long) argument << ARGUMENT_SHIFT | (long) moreWords << MORE_SHIFT | opcode;
    }
}
