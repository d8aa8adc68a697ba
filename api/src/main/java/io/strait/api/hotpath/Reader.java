package io.strait.api.hotpath;

import io.strait.api.domain.TaskStatus;

/**
 * Reads by primitives and bytes, of the newest published state: no allocation, no lock, no wait,
 * and no store to memory that other threads see. For one thread; each thread takes its own.
 *
 * <p>The writer may use memory again while a read looks at it. The read then starts again at a
 * newer position. After several such starts in a row it pins a position, which allocates.
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

    /**
     * Where a task stands.
     *
     * @param taskId the task's id
     * @return its status, or null when there is no such task
     * @throws io.strait.api.error.InvalidArgumentException when the id is null or empty
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    TaskStatus getTaskStatus(PackedId taskId);

    /**
     * Reads a task and where it stands.
     *
     * @param taskId the task's id
     * @param into filled with what is found; holds no task when nothing is, or the engine is closed
     * @return whether there is such a task
     * @throws io.strait.api.error.InvalidArgumentException when an argument is null, the id is
     *     empty, or the view of another engine
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    boolean getTask(PackedId taskId, TaskView into);

    /**
     * Finds a task and looks at it where it is stored: what is asked for is read, and nothing else.
     * The view shows the task as it stood at the call. When the task is deleted, or its memory is
     * used again for another reason, what is asked of the view may throw {@link
     * IllegalStateException}: find it again, or read it into a view of your own by {@link
     * #getTask}.
     *
     * @param taskId the task's id
     * @return this reader's view, which the next call moves to another task; null when there is no
     *     such task
     * @throws io.strait.api.error.InvalidArgumentException when the id is null or empty
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    TaskView findTask(PackedId taskId);

    /**
     * How many tasks are in a status.
     *
     * @param status the status
     * @return not negative
     * @throws io.strait.api.error.InvalidArgumentException when the status is null
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    int countTasks(TaskStatus status);

    /**
     * Begins a walk over the pending tasks, in the order in which they were saved.
     *
     * @return this reader's cursor, before the first of them
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    TaskCursor pendingTasks();

    /**
     * Begins a walk over the pending tasks of an AVS, in the order in which they were saved.
     *
     * @param avs the handle of the AVS
     * @return this reader's cursor, before the first of them
     * @throws io.strait.api.error.InvalidArgumentException when the handle is null or of another
     *     engine
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    TaskCursor pendingTasks(AddressHandle avs);

    /**
     * Begins a walk over the performers, the one first saved first.
     *
     * @return this reader's cursor over performers, before the first of them
     * @throws io.strait.api.error.EngineClosedException when the engine is closed
     */
    PerformerCursor performers();
}
