package io.strait.engine.checkpoint;

import static io.strait.engine.checkpoint.CheckpointLayout.TEMPORARY;

import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.StorageVersionException;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.DiskFile;
import io.strait.engine.state.ImageSink;
import io.strait.engine.state.StateImage;
import io.strait.engine.state.StateLoader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The checkpoints of a directory. For one thread at a time, which blocks on the disk; to be a
 * thread of the engine, because an interrupt closes the file that is being written.
 */
public final class Checkpoints {
    private final Disk disk;

    /** Those of a directory, which is not touched yet. */
    public Checkpoints(Disk disk) {
        this.disk = disk;
    }

    /**
     * Throws away what an attempt has left that did not end, and makes sure that the checkpoints
     * that are there still are after a crash. Before any of them is relied on.
     */
    public void clean() throws IOException {
        dropTemporary();
        disk.forceNames();
    }

    /** The position of the checkpoint whose file has a name, or -1 if it is no checkpoint's. */
    public static long position(String file) {
        return CheckpointLayout.position(file);
    }

    /** The positions of all checkpoints, the newest first. */
    public List<Long> positions() throws IOException {
        return disk.names().stream()
                .map(CheckpointLayout::position)
                .filter(position -> position >= 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Writes a checkpoint. Once this returns it is on stable storage, and may be relied on. If it
     * throws there is none, and those before are as they were: nothing is forced a second time, and
     * what was written is deleted, if that can be.
     *
     * @param header of the image's position
     */
    public CheckpointEnd write(StateImage image, CheckpointHeader header, Pace pace)
            throws IOException {
        dropTemporary();
        String name = TEMPORARY;
        try {
            CheckpointEnd end;
            try (DiskFile file = disk.create(TEMPORARY)) {
                end = new CheckpointWriter(header, file, pace).write(image);
            }
            disk.rename(TEMPORARY, CheckpointLayout.name(header.position()));
            name = CheckpointLayout.name(header.position());
            disk.forceNames();
            return end;
        } catch (IOException | RuntimeException | Error e) {
            giveUp(name, e);
            throw e;
        }
    }

    /** The header of a checkpoint. */
    public CheckpointHeader header(long position) throws IOException {
        String name = CheckpointLayout.name(position);
        try (DiskFile file = disk.openToRead(name)) {
            return new CheckpointReader(name, file).header();
        }
    }

    /**
     * Hands on all items of a checkpoint.
     *
     * @throws StorageDamagedException when it is damaged: what the sink was given is good for
     *     nothing
     * @throws StorageVersionException when it is of a newer version
     */
    public CheckpointEnd read(long position, ImageSink sink) throws IOException {
        String name = CheckpointLayout.name(position);
        try (DiskFile file = disk.openToRead(name)) {
            CheckpointReader reader = new CheckpointReader(name, file);
            reader.header();
            return reader.read(sink);
        }
    }

    /**
     * Restores the newest checkpoint that is whole and can be read.
     *
     * @param newLoader makes a loader of an empty state of its own for each one that is tried
     * @return none if there are no checkpoints
     * @throws StorageDamagedException when there are some, and none is whole
     * @throws StorageVersionException when the newest that is whole is of a newer version
     * @throws io.strait.api.error.LimitTooLowException as the loader does
     */
    public Optional<Restored> restore(Function<CheckpointHeader, StateLoader> newLoader)
            throws IOException {
        List<Exception> skipped = new ArrayList<>();
        for (long position : positions()) {
            try {
                return Optional.of(restore(position, newLoader, List.copyOf(skipped)));
            } catch (StorageDamagedException | IOException e) {
                skipped.add(e);
            }
        }
        if (skipped.isEmpty()) {
            return Optional.empty();
        }
        Exception newest = skipped.get(0);
        skipped.stream().skip(1).forEach(newest::addSuppressed);
        if (newest instanceof StorageDamagedException damaged) {
            throw damaged;
        }
        throw (IOException) newest;
    }

    /**
     * Deletes all checkpoints but some. To be kept are those that {@link #write} has returned, or
     * that were restored.
     */
    public void deleteAllBut(Collection<Long> kept) throws IOException {
        boolean isAny = false;
        for (long position : positions()) {
            if (!kept.contains(position)) {
                disk.delete(CheckpointLayout.name(position));
                isAny = true;
            }
        }
        if (isAny) {
            disk.forceNames();
        }
    }

    private Restored restore(
            long position,
            Function<CheckpointHeader, StateLoader> newLoader,
            List<Exception> skipped)
            throws IOException {
        String name = CheckpointLayout.name(position);
        try (DiskFile file = disk.openToRead(name)) {
            CheckpointReader reader = new CheckpointReader(name, file);
            CheckpointHeader header = reader.header();
            StateLoader loader = newLoader.apply(header);
            CheckpointEnd end = reader.read(loader);
            loader.finish();
            return new Restored(header, end, skipped);
        }
    }

    private void dropTemporary() throws IOException {
        if (disk.names().contains(TEMPORARY)) {
            disk.delete(TEMPORARY);
        }
    }

    private void giveUp(String name, Throwable cause) {
        try {
            if (disk.names().contains(name)) {
                disk.delete(name);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * A checkpoint that was restored.
     *
     * @param skipped why newer ones were not, the newest first
     */
    public record Restored(CheckpointHeader header, CheckpointEnd end, List<Exception> skipped) {
        /** With a copy of the list. */
        public Restored {
            skipped = List.copyOf(skipped);
        }
    }
}
