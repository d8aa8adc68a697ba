package io.strait.bench.subject;

/**
 * What is measured: something that takes numbers from one or more producers and applies them on a
 * thread of its own.
 */
public interface Subject extends AutoCloseable {
    /**
     * A producer's way in. Called once by each producer, on the producer's own thread.
     *
     * @param producer which one, from 0
     */
    Call call(int producer);

    @Override
    void close();
}
