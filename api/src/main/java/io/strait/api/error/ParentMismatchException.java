package io.strait.api.error;

/**
 * The stored predecessor of a block is not the parent that the block names. As a rule the block is
 * the one that was to be committed, and the chain was reorganised: find the common ancestor, roll
 * back to it and commit the new branch. A commit that is checked by hash follows parents through
 * blocks that were saved ahead; then it may be one of these. A predecessor above the last processed
 * block was saved ahead, too, and has lost: delete it.
 */
public final class ParentMismatchException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final long blockNumber;
    private final long storedNumber;
    private final String storedHash;
    private final String parentHash;

    /**
     * Creates the exception.
     *
     * @param blockNumber the number of the block whose parent is missing
     * @param storedNumber the number of the stored block before it
     * @param storedHash the hash of the stored block before it
     * @param parentHash the parent hash that the block names
     */
    public ParentMismatchException(
            long blockNumber, long storedNumber, String storedHash, String parentHash) {
        super(
                ResultCode.PARENT_MISMATCH,
                "blockNumber="
                        + blockNumber
                        + " names parentHash="
                        + parentHash
                        + " but the stored predecessor "
                        + storedNumber
                        + " is "
                        + storedHash);
        this.blockNumber = blockNumber;
        this.storedNumber = storedNumber;
        this.storedHash = storedHash;
        this.parentHash = parentHash;
    }

    /**
     * The block whose parent is missing: the refused one, or one below it that was saved ahead.
     *
     * @return its number
     */
    public long blockNumber() {
        return blockNumber;
    }

    /**
     * The stored block before it, or the newest one that was dropped as too old.
     *
     * @return its number
     */
    public long storedNumber() {
        return storedNumber;
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
     * The parent hash that the block names.
     *
     * @return the hash asked for
     */
    public String parentHash() {
        return parentHash;
    }
}
