package io.strait.engine.journal;

import io.strait.api.error.DirectoryInUseException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps other engines out of a directory, of this process and of others. The system gives the lock
 * back when the process ends, however it ends; no time stamp has to grow old first.
 */
final class DirectoryLock implements Closeable {
    static final String NAME = "lock";

    /** Directories that engines of this class loader have locked. */
    private static final Set<Path> LOCKED = new HashSet<>();

    /**
     * POSIX gives all locks of a process on a file back when it closes any descriptor of that file.
     * So one that found another lock of this process stays open.
     */
    private static final List<FileChannel> LEFT_OPEN = new ArrayList<>();

    private final Path directory;
    private FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Locks a directory that is there.
     *
     * @throws DirectoryInUseException when it is locked
     */
    static DirectoryLock take(Path directory) throws IOException {
        Path real = directory.toRealPath();
        synchronized (LOCKED) {
            // Before the file is touched: see LEFT_OPEN.
            if (!LOCKED.add(real)) {
                throw new DirectoryInUseException(directory);
            }
            FileChannel locked = null;
            try {
                locked = lock(real);
            } finally {
                if (locked == null) {
                    LOCKED.remove(real);
                }
            }
            return new DirectoryLock(real, locked);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve(NAME),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            LEFT_OPEN.add(channel);
            throw new DirectoryInUseException(directory);
        } catch (Throwable t) {
            channel.close();
            throw t;
        }
        channel.close();
        throw new DirectoryInUseException(directory);
    }

    /** Gives it back. Idempotent. The file stays: whoever deletes a lock's file lets two in. */
    @Override
    public void close() throws IOException {
        synchronized (LOCKED) {
            if (channel != null) {
                FileChannel closed = channel;
                channel = null;
                try {
                    closed.close();
                } finally {
                    LOCKED.remove(directory);
                }
            }
        }
    }
}
