package io.strait.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strait.engine.journal.DelegatingDisk;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A disk that notes what is done to it, and what of that failed. */
final class OperationLog extends DelegatingDisk {
    private final List<String> operations = new ArrayList<>();

    OperationLog(Disk disk) {
        super(disk);
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

    private final class LoggedFile extends DelegatingFile {
        LoggedFile(DiskFile file) {
            super(file);
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
