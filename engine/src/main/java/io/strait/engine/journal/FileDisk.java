package io.strait.engine.journal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A directory of the file system. */
public final class FileDisk implements Disk {
    private static final List<String> NO_ROOM =
            List.of("No space left", "not enough space", "quota exceeded");
    private static final long LITTLE_BYTES = 1 << 20;

    private final Path directory;
    private DirectoryLock lock;

    /** Why names may not be stored, whatever the system says the next time. Any of its threads. */
    private volatile IOException namesFailure;

    /** One that may not be there yet. */
    public FileDisk(Path directory) {
        this.directory = directory;
    }

    @Override
    public void lock() throws IOException {
        Path made = directory.toAbsolutePath();
        make(made, rights(made));
        if (made.getParent() != null) {
            // Whoever made it may have been killed before it did this.
            forceNames(made.getParent());
        }
        lock = DirectoryLock.take(directory);
    }

    @Override
    public void unlock() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public DiskFile create(String name) throws IOException {
        return new OpenFile(Files.createFile(directory.resolve(name)), StandardOpenOption.WRITE);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new OpenFile(directory.resolve(name), StandardOpenOption.WRITE);
    }

    @Override
    public DiskFile openToRead(String name) throws IOException {
        return new OpenFile(directory.resolve(name), StandardOpenOption.READ);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                directory.resolve(from),
                directory.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(directory.resolve(name));
    }

    @Override
    public boolean mayHold(long bytes) {
        try {
            return Files.getFileStore(directory).getUsableSpace() >= bytes;
        } catch (IOException e) {
            // Then the attempt will tell.
            return true;
        }
    }

    @Override
    public boolean isFull(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (NO_ROOM.stream().anyMatch(message::contains)) {
            return true;
        }
        // What the system says may be in another language.
        try {
            return Files.getFileStore(directory).getUsableSpace() < LITTLE_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void forceNames() throws IOException {
        IOException before = namesFailure;
        if (before != null) {
            throw new IOException("an earlier synchronisation of the directory failed", before);
        }
        try {
            forceNames(directory);
        } catch (IOException e) {
            namesFailure = e;
            throw e;
        }
    }

    /** The directory, and those that it is in, so that a crash leaves it or nothing. */
    private static void make(Path made, FileAttribute<?>... rights) throws IOException {
        if (!Files.isDirectory(made)) {
            Path parent = made.getParent();
            if (parent != null) {
                make(parent);
            }
            try {
                Files.createDirectory(made, rights);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(made)) {
                    throw e;
                }
            }
            if (parent != null) {
                forceNames(parent);
            }
        }
    }

    /** What is in it is nobody else's business: it holds all writes, secrets included. */
    private static FileAttribute<?>[] rights(Path made) {
        return isPosix(made)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void forceNames(Path of) throws IOException {
        if (!isPosix(of)) {
            // Windows lets nobody open a directory, and keeps its names by itself.
            return;
        }
        // On Linux and macOS nothing else stores names.
        try (AsynchronousFileChannel channel =
                AsynchronousFileChannel.open(of, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * A file of it. An interrupt of a thread that works with a {@link FileChannel} closes it. So
     * one that was closed is opened again, and a write or a read done again, which does no harm. A
     * synchronisation that failed must not be done again, so it is done by a channel that knows no
     * interrupts.
     */
    private static final class OpenFile implements DiskFile {
        private final Path path;
        private final OpenOption option;
        private final AsynchronousFileChannel forced;
        private FileChannel channel;

        OpenFile(Path path, OpenOption option) throws IOException {
            this.path = path;
            this.option = option;
            forced = AsynchronousFileChannel.open(path, option);
            try {
                channel = FileChannel.open(path, option);
            } catch (Throwable t) {
                forced.close();
                throw t;
            }
        }

        @Override
        public long size() throws IOException {
            return forced.size();
        }

        @Override
        public void read(ByteBuffer target, long offset) throws IOException {
            int first = target.position();
            boolean interrupted = false;
            try {
                while (target.hasRemaining()) {
                    try {
                        long next = offset + target.position() - first;
                        if (channel.read(target, next) < 0) {
                            throw new EOFException("the file ends before offset " + next);
                        }
                    } catch (ClosedByInterruptException e) {
                        interrupted = true;
                        openAgain();
                        target.position(first);
                    }
                }
            } finally {
                interruptAgain(interrupted);
            }
        }

        @Override
        public void write(ByteBuffer source, long offset) throws IOException {
            int first = source.position();
            boolean interrupted = false;
            try {
                while (source.hasRemaining()) {
                    try {
                        channel.write(source, offset + source.position() - first);
                    } catch (ClosedByInterruptException e) {
                        interrupted = true;
                        openAgain();
                        // All of it: nobody knows how much was written.
                        source.position(first);
                    }
                }
            } finally {
                interruptAgain(interrupted);
            }
        }

        @Override
        public void force() throws IOException {
            // The size and the names were forced when the file was made.
            forced.force(false);
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                forced.close();
            }
        }

        private void openAgain() throws IOException {
            Thread.interrupted();
            channel = FileChannel.open(path, option);
        }

        private static void interruptAgain(boolean interrupted) {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
