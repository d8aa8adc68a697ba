package io.strait.api.domain;

import io.strait.api.internal.Hex;
import io.strait.api.internal.Require;

/**
 * A block of a chain.
 *
 * @param chain the chain, as the AVS follows it
 * @param number the block's number, 0 to 2^63-1
 * @param hash the block's hash, 1 to 128 bytes; {@code 0x} hex is kept in lower case
 * @param parentHash the hash of the block before it, 1 to 128 bytes; {@code 0x} hex is kept in
 *     lower case
 * @param timestamp the chain's own timestamp, in its own unit (seconds on Ethereum), not negative
 */
public record Block(Chain chain, long number, String hash, String parentHash, long timestamp) {
    /**
     * Checks the parts.
     *
     * @param chain the chain, as the AVS follows it
     * @param number the block's number, 0 to 2^63-1
     * @param hash the block's hash, 1 to 128 bytes
     * @param parentHash the hash of the block before it, 1 to 128 bytes
     * @param timestamp the chain's own timestamp, in its own unit (seconds on Ethereum), not
     *     negative
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public Block {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", number);
        hash = Hex.canonical(Require.id("blockHash", hash));
        parentHash = Hex.canonical(Require.id("parentHash", parentHash));
        Require.notNegative("timestamp", timestamp);
    }
}
