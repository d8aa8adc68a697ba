package io.strait.api.error;

/**
 * A block number lies on the wrong side of the chain's last processed block: a write that moves
 * forward names a block at or below it, or a rollback names one above it.
 */
public final class BlockOrderException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final long blockNumber;
    private final long lastProcessedBlock;

    /**
     * Creates the exception.
     *
     * @param blockNumber the number asked for
     * @param lastProcessedBlock the chain's last processed block, or -1 when it has none
     */
    public BlockOrderException(long blockNumber, long lastProcessedBlock) {
        super(
                ResultCode.BLOCK_ORDER,
                "blockNumber="
                        + blockNumber
                        + " is out of order: lastProcessedBlock="
                        + lastProcessedBlock);
        this.blockNumber = blockNumber;
        this.lastProcessedBlock = lastProcessedBlock;
    }

    /**
     * The number asked for.
     *
     * @return the block number
     */
    public long blockNumber() {
        return blockNumber;
    }

    /**
     * The chain's last processed block when the write was refused.
     *
     * @return the block number, or -1 when the chain has none
     */
    public long lastProcessedBlock() {
        return lastProcessedBlock;
    }
}
