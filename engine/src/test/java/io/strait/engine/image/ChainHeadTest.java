package io.strait.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.AggregatorView;
import org.junit.jupiter.api.Test;

/** A head keeps the values of its last two writes, each for the positions where it holds. */
class ChainHeadTest {
    private final ChainHead head = new ChainHead(0);

    @Test
    void shouldHaveNoBlockAtFirst() {
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(0));
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(9));
    }

    @Test
    void shouldTellTheValueOfAPositionUntilItIsWrittenTwiceMore() {
        head.write(2, 200);
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(0));
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(1));
        assertEquals(200, head.readAt(2));
        assertEquals(200, head.readAt(3));
        head.write(4, 100);
        assertEquals(ChainHead.LAPPED, head.readAt(1));
        assertEquals(200, head.readAt(2));
        assertEquals(200, head.readAt(3));
        assertEquals(100, head.readAt(4));
        head.write(5, AggregatorView.NO_BLOCK);
        assertEquals(ChainHead.LAPPED, head.readAt(3));
        assertEquals(100, head.readAt(4));
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(5));
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(6));
        head.write(9, 900);
        assertEquals(ChainHead.LAPPED, head.readAt(4));
        assertEquals(AggregatorView.NO_BLOCK, head.readAt(8));
        assertEquals(900, head.readAt(9));
    }
}
