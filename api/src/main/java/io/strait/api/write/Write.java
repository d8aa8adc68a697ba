package io.strait.api.write;

/**
 * A write as a value: immutable, checked when it is made, and complete in itself.
 *
 * @param <R> what the write returns; {@link Void} when nothing
 */
public sealed interface Write<R> permits AggregatorWrite, ExecutorWrite {
    /**
     * Which write it is.
     *
     * @return the type, for use in a switch
     */
    WriteType type();
}
