package io.strait.engine.lane;

import io.strait.engine.record.Opcode;

/**
 * A block update in one word, as a lane carries it when it fits: what an update costs is the
 * travelling of its cache lines from core to core. It names the chain by its handle's number, which
 * means something in this process only; the writer turns it back into the chain.
 *
 * <pre>
 *   bits 0 to 4     opcode, as in any header
 *   bit  5          1: this is a block update in one word
 *   bits 6 to 19    number of the chain's handle
 *   bits 20 to 63   block number
 * </pre>
 */
public final class BlockWord {
    private static final int MARK_SHIFT = Opcode.BITS;
    private static final int CHAIN_SHIFT = MARK_SHIFT + 1;
    private static final int BLOCK_SHIFT = 20;
    private static final int CHAIN_MASK = (1 << BLOCK_SHIFT - CHAIN_SHIFT) - 1;
    private static final int BLOCK_BITS = Long.SIZE - BLOCK_SHIFT;
    private static final long MARK = 1L << MARK_SHIFT;

    private BlockWord() {}

    /** Whether an update fits. */
    public static boolean fits(int chainIndex, long blockNumber) {
        return chainIndex <= CHAIN_MASK && blockNumber >>> BLOCK_BITS == 0;
    }

    /** An update that fits. */
    public static long of(int chainIndex, long blockNumber) {
        return blockNumber << BLOCK_SHIFT
                | (long) chainIndex << CHAIN_SHIFT
                | MARK
                | Opcode.SET_LAST_PROCESSED_BLOCK;
    }

    /** Whether a command's first word is an update in one word. */
    public static boolean is(long header) {
        return (header & MARK) != 0;
    }

    /** The number of the chain's handle. */
    public static int chainIndex(long word) {
        return (int) word >>> CHAIN_SHIFT & CHAIN_MASK;
    }

    /** The block. */
    public static long blockNumber(long word) {
        return word >>> BLOCK_SHIFT;
    }

    /** Whether a word is an update of the same chain as another. */
    public static boolean isSameChain(long word, long update) {
        return (word ^ update) << BLOCK_BITS == 0;
    }
}
