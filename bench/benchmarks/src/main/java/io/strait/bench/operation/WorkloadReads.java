package io.strait.bench.operation;

import java.util.function.LongConsumer;

/**
 * One thread's way to read what the {@link Workload} made, in the form in which the contestant
 * gives it: as objects, or into what the caller owns.
 */
interface WorkloadReads {
    /** The number of a task that there is not. */
    long NO_TASK = -1;

    /** Reads the last processed block of the workload's chain. */
    long getLastProcessedBlock();

    /**
     * Formats the id of task i, reads the task, and gives the number of its block, which is a field
     * of it; {@link #NO_TASK} when there is none.
     */
    long getTask(long i);

    /** Makes the ids of tasks ready for {@link #getTaskById}. */
    void makeIds(int[] numbers);

    /** The same of the task of one of the ready-made ids. */
    long getTaskById(int index);

    /**
     * Lists the pending tasks, visits each, and hands over the number of its block; writers may be
     * at work meanwhile.
     */
    void visitPending(LongConsumer blockNumbers);

    /** Lists the pending tasks, visits each, and adds up the numbers of their blocks. */
    long visitPending();

    /** The same of one AVS's. */
    long visitPendingOfAvs(long avs);

    /** Lists the performers, visits each, and adds up the times at which they were made. */
    long visitPerformers();
}
