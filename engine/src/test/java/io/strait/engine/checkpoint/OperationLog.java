package io.strait.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strait.engine.journal.Disk;
import io.strait.engine.journal.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A disk that notes what is done to it, and what of that failed. */
final class OperationLog implements Disk {
    private final Disk disk;
    private final List<String> operations = new ArrayList<>();

    OperationLog(Disk disk) {
        this.disk = disk;
    }

    List<String> operations() {
        return operations;
    }

    void clear() {
        operations.clear();
    }

    void add(String operation) {
        operations.add(operation);
    }

    void requireNoForceBehindAFailedOne(String when) {
        boolean hasFailed = false;
        for (String operation : operations) {
            assertFalse(hasFailed && operation.startsWith("force"), when + ": " + operations);
            hasFailed |= operation.startsWith("failed: force");
        }
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
    public boolean mayHold(long bytes) {
        return true;
    }

    @Override
    public boolean isFull(IOException failure) {
        return disk.isFull(failure);
    }

    @Override
    public List<String> names() throws IOException {
        add("names");
        return disk.names();
    }

    @Override
    public DiskFile create(String name) throws IOException {
        add("create " + name);
        return new LoggedFile(disk.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        add("open " + name);
        return new LoggedFile(disk.open(name));
    }

    @Override
    public DiskFile openToRead(String name) throws IOException {
        return disk.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        add("rename " + from + " " + to);
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        add("delete " + name);
        disk.delete(name);
    }

    @Override
    public void forceNames() throws IOException {
        force("force names", disk::forceNames);
    }

    private void force(String operation, Forcing forcing) throws IOException {
        try {
            forcing.force();
            add(operation);
        } catch (IOException e) {
            add("failed: " + operation);
            throw e;
        }
    }

    private interface Forcing {
        void force() throws IOException;
    }

    private final class LoggedFile implements DiskFile {
        private final DiskFile file;

        LoggedFile(DiskFile file) {
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
            add("write " + source.remaining() + " at " + offset);
            file.write(source, offset);
        }

        @Override
        public void force() throws IOException {
            OperationLog.this.force("force", file::force);
        }

        @Override
        public void close() throws IOException {
            add("close");
            file.close();
        }
    }
}
