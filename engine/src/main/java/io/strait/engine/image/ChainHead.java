package io.strait.engine.image;

import io.strait.api.AggregatorView;

/**
 * Where a chain's last processed block is read. The writer updates it in place once per batch,
 * before the batch is published; whoever reads names the position that it reads from, and so sees
 * nothing of a batch that is not published yet. Neither side allocates, locks or waits.
 */
public final class ChainHead extends ChainHeadCell {
    /**
     * What {@link #readAt} returns when the head moved on twice past the position, before or while
     * it was read.
     */
    public static final long LAPPED = Long.MIN_VALUE;

    private final int index;
    private boolean nextIsOdd = true;

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
    long p35;

    /**
     * A head without a block.
     *
     * @param index the chain's number in the order of its first write, from 0
     */
    public ChainHead(int index) {
        super(AggregatorView.NO_BLOCK);
        this.index = index;
    }

    /**
     * The chain's number in the order of its first write.
     *
     * @return from 0
     */
    public int index() {
        return index;
    }

    /**
     * Sets the value that holds from a position on. Writer thread only; positions rise.
     *
     * @param position a position that is not published yet
     * @param value the block number, or -1 for none
     */
    public void write(long position, long value) {
        if (nextIsOdd) {
            writeOdd(position, value);
        } else {
            writeEven(position, value);
        }
        nextIsOdd = !nextIsOdd;
    }

    /**
     * The value that holds at a position. Any thread. Never waits: where the writer was quicker, it
     * says so, and the reader looks for a newer position, or for the frozen heads. Both stamps are
     * read, but only the version that is wanted, and its stamp once more: the argument is in {@code
     * docs/MEMORY_MODEL.md}.
     *
     * @param position one that the caller has seen published, by acquire
     * @return the block number, -1 for none, or {@link #LAPPED}
     */
    public long readAt(long position) {
        long even = evenPositionAcquire();
        long odd = oddPositionAcquire();
        if (odd <= position && (odd > even || even > position)) {
            long value = oddValueOpaque();
            return isOddUnmoved(odd) ? value : LAPPED;
        }
        if (even <= position) {
            long value = evenValueOpaque();
            return isEvenUnmoved(even) ? value : LAPPED;
        }
        return LAPPED;
    }
}
