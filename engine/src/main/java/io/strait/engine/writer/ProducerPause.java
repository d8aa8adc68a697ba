package io.strait.engine.writer;

/**
 * Lets the writer pause for a moment after a batch of a few commands of producers and nothing else:
 * where one follows the other, the next ones are under way, and each look for them takes the
 * cursor's cache line from the producer, who needs it for each of them. What stands alone is never
 * followed by a pause. The figures are in {@code docs/decisions/0012-producers.md}. For the writer
 * thread.
 */
final class ProducerPause {
    /** From so many on, a look was worth its while. */
    private static final int MANY = 128;

    /** Some 200 ns where it was measured. */
    private static final int SPINS = 20;

    private int fromProducers;

    /** Commands of producers belong to the batch. */
    void add(int count) {
        fromProducers += count;
    }

    /** The batch was acknowledged. */
    void endBatch(int commandCount) {
        if (fromProducers == commandCount && commandCount > 1 && commandCount < MANY) {
            for (int i = 0; i < SPINS; i++) {
                Thread.onSpinWait();
            }
        }
        fromProducers = 0;
    }
}
