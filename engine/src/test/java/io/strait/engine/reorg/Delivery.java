package io.strait.engine.reorg;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;

/**
 * A block as a node received it, and which block was the head of its canonical chain afterwards.
 *
 * @param order its place in the scenario
 * @param number the block's number
 * @param hash the block's hash
 * @param parentHash the hash of the block before it
 * @param timestamp the block's timestamp
 * @param canonicalHeadAfter the hash of the canonical head
 */
public record Delivery(
        int order,
        long number,
        String hash,
        String parentHash,
        long timestamp,
        String canonicalHeadAfter) {
    static Delivery of(String[] columns) {
        return new Delivery(
                Integer.parseInt(columns[1]),
                Long.parseLong(columns[2]),
                columns[3],
                columns[4],
                Long.parseLong(columns[5]),
                columns[6]);
    }

    /** The block as one of a chain. */
    public Block on(Chain chain) {
        return new Block(chain, number, hash, parentHash, timestamp);
    }
}
