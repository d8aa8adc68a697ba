package io.strait.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A disk that does as another one does; tests change what they are about. */
public class DelegatingDisk implements Disk {
    protected final Disk disk;

    protected DelegatingDisk(Disk disk) {
        this.disk = disk;
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
        return disk.create(name);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return disk.open(name);
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

    /** A file that does as another one does. */
    protected static class DelegatingFile implements DiskFile {
        protected final DiskFile file;

        protected DelegatingFile(DiskFile file) {
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
            file.force();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
