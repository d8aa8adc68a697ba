package io.strait.engine.command;

/**
 * A block update in one word, as a lane carries it when it fits: what an update costs is the
 * travelling of its cache lines from core to core. The opcode is in the lowest bits, as in any
 * header; then comes a mark, the number of the chain, and that of the block.
 */
public final class BlockWord {
    private static final int MARK_SHIFT = Opcode.BITS;
    private static final int CHAIN_SHIFT = MARK_SHIFT + 1;
    private static final int BLOCK_SHIFT = 20;
    private static final int CHAIN_MASK = (1 << BLOCK_SHIFT - CHAIN_SHIFT) - 1;
    private static final int BLOCK_BITS = Long.SIZE - BLOCK_SHIFT;
    private static final long MARK = 1L << MARK_SHIFT;

    private BlockWord() {}

    /**
     * Whether an update fits.
     *
     * @param chainIndex the number of the chain's handle
     * @param blockNumber the block's number, not negative
     * @return false when one of them is too large
     */
    public static boolean fits(int chainIndex, long blockNumber) {
        return chainIndex <= CHAIN_MASK && blockNumber >>> BLOCK_BITS == 0;
    }

    /**
     * An update.
     *
     * @param chainIndex the number of the chain's handle
     * @param blockNumber the block's number
     * @return the word
     */
    public static long of(int chainIndex, long blockNumber) {
        return blockNumber << BLOCK_SHIFT
                | (long) chainIndex << CHAIN_SHIFT
                | MARK
                | Opcode.SET_LAST_PROCESSED_BLOCK;
    }

    /**
     * Whether a command's first word is an update in one word.
     *
     * @param header the word
     * @return false when more words belong to it
     */
    public static boolean is(long header) {
        return (header & MARK) != 0;
    }

    /**
     * The chain.
     *
     * @param word the update
     * @return the number of its handle
     */
    public static int chainIndex(long word) {
        return (int) word >>> CHAIN_SHIFT & CHAIN_MASK;
    }

    /**
     * The block.
     *
     * @param word the update
     * @return its number
     */
    public static long blockNumber(long word) {
        return word >>> BLOCK_SHIFT;
    }

    /**
     * Whether a word is an update of the same chain as another.
     *
     * @param word any first word of a command
     * @param update an update
     * @return false also when it is no update, or not in one word
     */
    public static boolean isSameChain(long word, long update) {
        return (word ^ update) << BLOCK_BITS == 0;
    }
}
