package io.strait.engine;

import io.strait.engine.journal.Disk;
import io.strait.engine.journal.DiskFile;
import io.strait.engine.journal.FileDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A directory that counts its forces, and takes its time to make a file. */
final class SlowDisk implements Disk {
    final AtomicInteger forces = new AtomicInteger();
    private final Disk disk;

    /** How long it takes to make a file, ms. */
    volatile int createMs;

    /** Whether a force fails. */
    volatile boolean failsForce;

    /** Whether a checkpoint's file cannot be made. */
    volatile boolean failsCheckpoint;

    SlowDisk(Path directory) {
        disk = new FileDisk(directory);
    }

    @Override
    public void lock() throws IOException {
        disk.lock();
    }

    @Override
    public void unlock() throws IOException {
        disk.unlock();
    }

    @Override
    public List<String> names() throws IOException {
        return disk.names();
    }

    @Override
    public DiskFile create(String name) throws IOException {
        if (failsCheckpoint && name.startsWith("checkpoint")) {
            throw new IOException("planted");
        }
        long untilNs = System.nanoTime() + createMs * 1_000_000L;
        while (System.nanoTime() < untilNs) {
            // Whatever interrupts say.
            Thread.onSpinWait();
            Thread.yield();
        }
        return new CountedFile(disk.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new CountedFile(disk.open(name));
    }

    @Override
    public DiskFile openToRead(String name) throws IOException {
        return disk.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public boolean mayHold(long bytes) {
        return disk.mayHold(bytes);
    }

    @Override
    public boolean isFull(IOException failure) {
        return disk.isFull(failure);
    }

    @Override
    public void forceNames() throws IOException {
        disk.forceNames();
    }

    private final class CountedFile implements DiskFile {
        private final DiskFile file;

        CountedFile(DiskFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void read(ByteBuffer target, long offset) throws IOException {
            file.read(target, offset);
        }

        @Override
        public void write(ByteBuffer source, long offset) throws IOException {
            file.write(source, offset);
        }

        @Override
        public void force() throws IOException {
            forces.incrementAndGet();
            if (failsForce) {
                throw new IOException("planted");
            }
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
