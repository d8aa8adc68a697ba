package io.strait.bench.operation;

import java.util.function.LongConsumer;

/**
 * One thread's way to read what the {@link Workload} made, in the form in which the contestant
 * gives it: as objects, or into what the caller owns.
 */
interface WorkloadReads {
    /** Reads the last processed block of the workload's chain. */
    long getLastProcessedBlock();

    /** Formats the id of task i and reads the task; null when there is none. */
    Object getTask(long i);

    /** Makes the ids of tasks ready for {@link #getTaskById}. */
    void makeIds(int[] numbers);

    /** Reads the task of one of the ready-made ids; null when there is none. */
    Object getTaskById(int index);

    /** The id of a task that was read. */
    String idOf(Object task);

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
