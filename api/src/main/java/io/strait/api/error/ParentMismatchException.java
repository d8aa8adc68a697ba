package io.strait.api.error;

/**
 * The stored predecessor of a block is not the parent that the block names: the chain was
 * reorganised. Find the common ancestor, roll back to it and commit the new branch.
 */
public final class ParentMismatchException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final long blockNumber;
    private final String storedHash;
    private final String parentHash;

    /**
     * Creates the exception.
     *
     * @param blockNumber the refused block's number
     * @param storedHash the hash of the stored block before it
     * @param parentHash the parent hash that the refused block names
     */
    public ParentMismatchException(long blockNumber, String storedHash, String parentHash) {
        super(
                ResultCode.PARENT_MISMATCH,
                "blockNumber="
                        + blockNumber
                        + " names parentHash="
                        + parentHash
                        + " but the stored predecessor is "
                        + storedHash);
        this.blockNumber = blockNumber;
        this.storedHash = storedHash;
        this.parentHash = parentHash;
    }

    /**
     * The refused block.
     *
     * @return its number
     */
    public long blockNumber() {
        return blockNumber;
    }

    /**
     * The hash of the stored block before it.
     *
     * @return the stored hash
     */
    public String storedHash() {
        return storedHash;
    }

    /**
     * The parent hash that the refused block names.
     *
     * @return the hash asked for
     */
    public String parentHash() {
        return parentHash;
    }
}
