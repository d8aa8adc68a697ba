package io.strait.model;

import io.strait.api.domain.Block;
import java.util.Locale;

/**
 * The blocks of a command stream: for each number a few that compete, and each of them with every
 * possible parent, so that a parent can match or not. All chains have the same hashes, which shows
 * when chains mix.
 */
final class CommandStreamBlocks {
    static final int MAX_NUMBER = 12;
    static final int BRANCHES = 3;

    private static final int NUMBERS = MAX_NUMBER + 1;
    private static final Block[] BLOCKS = blocks();

    private CommandStreamBlocks() {}

    /**
     * The block with a number on a branch, as the child of the block before it on the parent's
     * branch.
     */
    static Block block(int chain, int number, int branch, int parentBranch) {
        return BLOCKS[((chain * NUMBERS + number) * BRANCHES + branch) * BRANCHES + parentBranch];
    }

    /** The same block as the child of one that need not have the number before it. */
    static Block childOf(Block block, Block parent) {
        return new Block(
                block.chain(), block.number(), block.hash(), parent.hash(), block.timestamp());
    }

    private static Block[] blocks() {
        Block[] blocks = new Block[CommandStreamPool.CHAIN_COUNT * NUMBERS * BRANCHES * BRANCHES];
        for (int i = 0; i < blocks.length; i++) {
            int parentBranch = i % BRANCHES;
            int branch = i / BRANCHES % BRANCHES;
            int number = i / (BRANCHES * BRANCHES) % NUMBERS;
            int chain = i / (BRANCHES * BRANCHES * NUMBERS);
            blocks[i] =
                    new Block(
                            CommandStreamPool.chain(chain, i % CommandStreamPool.SPELLINGS),
                            number,
                            hash(number, branch),
                            hash(number - 1, parentBranch),
                            // the time tells a block stored anew from one left as it was
                            number * 36L + branch * 3 + parentBranch);
        }
        return blocks;
    }

    /** Spelled in one case as a block's own hash and in another as its child's parent. */
    private static String hash(int number, int branch) {
        String digits = Integer.toHexString(0xABC000 + (number + 1) * BRANCHES + branch);
        return "0x" + (number % 2 == 0 ? digits : digits.toUpperCase(Locale.ROOT));
    }
}
