package io.strait.bench.operation;

import io.strait.api.domain.TaskStatus;

/**
 * One thread's way to write what the {@link Workload} makes, in the form in which the contestant
 * takes it: objects, or bytes. Each call makes the thing and hands it in, but for what is said to
 * be ready-made.
 */
interface WorkloadWrites extends AutoCloseable {
    /** Saves task i. */
    void saveTask(long i);

    /** Saves task i of the large data set. */
    void saveTaskOfMany(long i);

    /** Makes the ids of tasks 0 to count - 1 ready for {@link #updateTaskStatus}. */
    void makeIds(int count);

    /** Moves task i along its life cycle. */
    void updateTaskStatus(long i, TaskStatus status);

    /** Deletes task i. */
    void deleteTask(long i);

    /** Saves configuration i. */
    void saveOperatorSetConfig(long i);

    /** Saves performer i, made at a time. */
    void savePerformer(long i, long nowMs);

    /** Makes blocks, each with so many tasks, ready to be committed. */
    void makeBlocks(int count, int tasksPerBlock);

    /** Commits a ready-made block, and drops the chain's blocks below a number. */
    void commitBlock(int number, long pruneBelow);

    /**
     * Makes a block with so many tasks, commits it, and drops the chain's blocks below a number.
     */
    void commitNewBlock(long number, int tasksInIt, long pruneBelow);

    /** Waits until all of it is visible; fails if anything was refused since the last time. */
    void drain();

    /** Gives back what it holds. */
    @Override
    void close();
}
