package io.strait.api.hotpath;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;

/** An engine's hot path: where its producers, readers and handles come from. */
public interface HotPath {
    /** How many addresses can have a handle in one engine; {@link Address#NONE} is one of them. */
    int MAX_ADDRESS_HANDLES = 1 << 20;

    /**
     * Resolves a chain for the hot path. Any thread; may take a lock and allocates. The same handle
     * each time.
     *
     * @param chain the chain
     * @return its handle, good for this engine
     * @throws io.strait.api.error.InvalidArgumentException when the chain is null
     * @throws io.strait.api.error.CapacityExceededException when there are as many handles as there
     *     may be chains
     */
    ChainHandle chainHandle(Chain chain);

    /**
     * Resolves an address for the hot path. Any thread; may take a lock and allocates. The same
     * handle each time.
     *
     * @param address the address; may be {@link Address#NONE}
     * @return its handle, good for this engine
     * @throws io.strait.api.error.InvalidArgumentException when the address is null
     * @throws io.strait.api.error.CapacityExceededException when there are as many handles as there
     *     may be: {@value #MAX_ADDRESS_HANDLES}
     */
    AddressHandle addressHandle(Address address);

    /**
     * Makes an id to be set, for whoever calls. Allocates it.
     *
     * @return a new, empty one
     */
    PackedId newId();

    /**
     * Makes a draft of a task, for whoever calls. Allocates it.
     *
     * @return a new, empty one, good for this engine
     */
    TaskDraft newTask();

    /**
     * Makes a draft of a commit, for whoever calls. Allocates it.
     *
     * @return a new, empty one, good for this engine
     */
    CommitDraft newCommit();

    /**
     * Makes a draft of an operator set's configuration, for whoever calls. Allocates it.
     *
     * @return a new, empty one, good for this engine
     */
    OperatorSetConfigDraft newOperatorSetConfig();

    /**
     * Makes a draft of a performer, for whoever calls. Allocates it.
     *
     * @return a new, empty one, good for this engine
     */
    PerformerDraft newPerformer();

    /**
     * Makes a view of a task, for whoever calls. Allocates it.
     *
     * @return a new view that holds no task, good for this engine
     */
    TaskView newTaskView();

    /**
     * Opens a producer with a lane of its own, for the calling thread alone: the fastest way in.
     * Its use by another thread is a bug, which an assertion catches; only {@code close()} may come
     * from any thread. Allocates the lane, unless there is one that was handed back.
     *
     * @return a producer, to be closed
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
