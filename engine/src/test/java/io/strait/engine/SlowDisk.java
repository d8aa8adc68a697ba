package io.strait.engine;

import io.strait.engine.journal.DelegatingDisk;
import io.strait.engine.journal.DiskFile;
import io.strait.engine.journal.FileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A directory that counts its forces, and takes its time to make a file. */
final class SlowDisk extends DelegatingDisk {
    final AtomicInteger forces = new AtomicInteger();

    /** How long it takes to make a file, ms. */
    volatile int createMs;

    /** Whether a force fails. */
    volatile boolean failsForce;

    /** Whether a checkpoint's file cannot be made. */
    volatile boolean failsCheckpoint;

    SlowDisk(Path directory) {
        super(new FileDisk(directory));
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

    private final class CountedFile extends DelegatingFile {
        CountedFile(DiskFile file) {
            super(file);
        }

        @Override
        public void force() throws IOException {
            forces.incrementAndGet();
            if (failsForce) {
                throw new IOException("planted");
            }
            file.force();
        }
    }
}
