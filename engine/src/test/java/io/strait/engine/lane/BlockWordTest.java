package io.strait.engine.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.engine.record.Opcode;
import org.junit.jupiter.api.Test;

class BlockWordTest {
    private static final int LAST_CHAIN = (1 << 14) - 1;
    private static final long LAST_BLOCK = (1L << 44) - 1;

    @Test
    void shouldKeepWhatFits() {
        for (int chain : new int[] {0, 1, LAST_CHAIN}) {
            for (long block : new long[] {0, 1, 21_000_000, LAST_BLOCK}) {
                assertTrue(BlockWord.fits(chain, block));
                long word = BlockWord.of(chain, block);
                assertTrue(BlockWord.is(word));
                assertEquals(chain, BlockWord.chainIndex(word));
                assertEquals(block, BlockWord.blockNumber(word));
            }
        }
    }

    @Test
    void shouldTellWhatDoesNotFit() {
        assertFalse(BlockWord.fits(LAST_CHAIN + 1, 1));
        assertFalse(BlockWord.fits(Integer.MAX_VALUE, 1));
        assertFalse(BlockWord.fits(1, LAST_BLOCK + 1));
        assertFalse(BlockWord.fits(1, Long.MAX_VALUE));
    }

    @Test
    void shouldTellUpdatesOfOneChainFromAllElse() {
        long word = BlockWord.of(7, 5);
        assertTrue(BlockWord.isSameChain(BlockWord.of(7, LAST_BLOCK), word));
        assertFalse(BlockWord.isSameChain(BlockWord.of(6, 5), word));
        assertFalse(BlockWord.isSameChain(BlockWord.of(7 | 1 << 13, 5), word));
        assertFalse(BlockWord.isSameChain(Opcode.SET_LAST_PROCESSED_BLOCK, word));
        assertFalse(BlockWord.isSameChain(word ^ 1, word), "another opcode");
        assertFalse(BlockWord.is(Opcode.FINISH_TASK));
    }
}
