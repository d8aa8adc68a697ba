package io.strait.api.hotpath;

import io.strait.api.domain.Chain;

/** An engine's hot path: where its producers, readers and handles come from. */
public interface HotPath {
    /**
     * Resolves a chain for the hot path. Any thread; may take a lock and allocates. The same handle
     * each time.
     *
     * @param chain the chain
     * @return its handle, good for this engine
     * @throws io.strait.api.error.CapacityExceededException when there are as many handles as there
     *     may be chains
     */
    ChainHandle chainHandle(Chain chain);

    /**
     * Opens a producer with a lane of its own, for the calling thread alone: the fastest way in.
     * Its use by another thread is a bug, which an assertion catches. Allocates the lane, unless
     * there is one that was handed back.
     *
     * @return a producer, to be closed by the thread that opened it
     * @throws io.strait.api.error.CapacityExceededException when as many are open as there may be
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     * @throws io.strait.api.error.EngineFailedException when the engine has failed
     */
    Producer exclusiveProducer();

    /**
     * The producer for all threads that have none of their own. The first few threads that use it
     * get a lane each, until they end; the writes of one thread are applied in the order of its
     * calls. Its {@code close} does nothing.
     *
     * @return the engine's one shared producer
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    Producer sharedProducer();

    /**
     * A reader for the calling thread alone.
     *
     * @return a new reader, which needs no close
     */
    Reader reader();
}
