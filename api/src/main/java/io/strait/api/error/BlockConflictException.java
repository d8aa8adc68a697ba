package io.strait.api.error;

/**
 * Another block is stored under the block's number: one that was saved ahead and that lost. Delete
 * it if the chain has this one now.
 */
public final class BlockConflictException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final long blockNumber;
    private final String storedHash;
    private final String hash;

    /**
     * Creates the exception.
     *
     * @param blockNumber the number of both blocks
     * @param storedHash the hash of the stored block
     * @param hash the hash of the refused one
     */
    public BlockConflictException(long blockNumber, String storedHash, String hash) {
        super(
                ResultCode.BLOCK_CONFLICT,
                "blockNumber="
                        + blockNumber
                        + " has hash="
                        + hash
                        + " but the stored block's is "
                        + storedHash);
        this.blockNumber = blockNumber;
        this.storedHash = storedHash;
        this.hash = hash;
    }

    /**
     * Which block.
     *
     * @return the number of both
     */
    public long blockNumber() {
        return blockNumber;
    }

    /**
     * The hash of the stored block.
     *
     * @return the stored hash
     */
    public String storedHash() {
        return storedHash;
    }

    /**
     * The hash of the refused block.
     *
     * @return the hash that it has
     */
    public String hash() {
        return hash;
    }
}
