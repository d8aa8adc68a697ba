package io.strait.engine.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. For one thread. */
public interface DiskFile extends Closeable {
    /** How many bytes it has. */
    long size() throws IOException;

    /** Fills a buffer up to its limit from an offset on, where the file must have as many bytes. */
    void read(ByteBuffer target, long offset) throws IOException;

    /** Writes all that remains in a buffer at an offset. */
    void write(ByteBuffer source, long offset) throws IOException;

    /**
     * Puts what was written on stable storage. One that failed must not be tried again: the system
     * may have thrown away what it could not write.
     */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
