package io.strait.api.hotpath;

/**
 * Reads by primitives and bytes, of the newest published state: no allocation, no lock, no wait,
 * and no store to memory that other threads see. For one thread; each thread takes its own.
 */
public interface Reader {
    /**
     * The last processed block of a chain.
     *
     * @param chain the chain's handle
     * @return the block's number, or {@link io.strait.api.AggregatorView#NO_BLOCK}
     * @throws io.strait.api.error.InvalidArgumentException when the handle is null or of another
     *     engine
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    long getLastProcessedBlock(ChainHandle chain);
}
