package io.strait.engine;

import io.strait.engine.journal.Disk;
import io.strait.engine.journal.DiskFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory that is always empty, for an engine that is thrown away: see {@link Rehearsal}. */
final class RehearsedDisk implements Disk {
    @Override
    public void lock() {
        // It is nobody else's.
    }

    @Override
    public void unlock() {
        // It is nobody else's.
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public DiskFile create(String name) {
        // The JDK keeps a buffer for each thread that has asked for a file, until that ends.
        Files.exists(Path.of(name));
        return new RehearsedFile();
    }

    @Override
    public DiskFile open(String name) {
        return new RehearsedFile();
    }

    @Override
    public DiskFile openToRead(String name) {
        return new RehearsedFile();
    }

    @Override
    public void rename(String from, String to) {
        // Neither is there.
    }

    @Override
    public void delete(String name) {
        // It is not there.
    }

    @Override
    public boolean mayHold(long bytes) {
        return true;
    }

    @Override
    public boolean isFull(IOException failure) {
        return false;
    }

    @Override
    public void forceNames() {
        // There are none.
    }

    /** Keeps nothing. */
    private static final class RehearsedFile implements DiskFile {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public void read(ByteBuffer target, long offset) throws IOException {
            throw new EOFException("there is nothing");
        }

        @Override
        public void write(ByteBuffer source, long offset) {
            source.position(source.limit());
        }

        @Override
        public void force() {
            // There is nothing.
        }

        @Override
        public void close() {
            // There is nothing.
        }
    }
}
