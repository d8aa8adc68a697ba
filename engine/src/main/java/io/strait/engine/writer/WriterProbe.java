package io.strait.engine.writer;

/** Called by the writer thread at each of its steps. Does nothing in production. */
@FunctionalInterface
public interface WriterProbe {
    /** The probe that does nothing. */
    WriterProbe NONE = step -> {};

    /** The writer is at a step. */
    void at(WriterStep step);
}
