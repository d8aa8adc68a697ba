package io.strait.engine;

import io.strait.api.Durability;
import io.strait.api.StraitConfig;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.FileDisk;
import io.strait.engine.journal.Journal;
import io.strait.engine.writer.WriterProbe;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Opens engines whose journals take many segments. */
public final class SmallSegments {
    private static final int SEGMENT_BYTES = 16 << 10;
    private static final int FRAME_BYTES = 4 << 10;

    private SmallSegments() {}

    /** An engine on a directory. */
    public static Strait open(StraitConfig config, Path directory) {
        Keys keys = Keys.drawnFrom(new SplittableRandom(1)::nextLong);
        Disk disk = new FileDisk(directory);
        Journal journal =
                new Journal(disk, Durability.SYNC, System::nanoTime, SEGMENT_BYTES, FRAME_BYTES);
        int quarantine = Arena.DEFAULT_QUARANTINE;
        Stored stored = Stored.open(config, keys, quarantine, disk, journal);
        EngineParts parts =
                new EngineParts(config, keys, WriterProbe.NONE, quarantine, null, stored);
        EngineThreads.start(parts);
        return new Strait(parts);
    }
}
