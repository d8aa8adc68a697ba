package io.strait.engine;

import io.strait.api.Durability;
import io.strait.api.StraitConfig;
import io.strait.engine.arena.Arena;
import io.strait.engine.bytes.Keys;
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
        Journal journal =
                new Journal(
                        new FileDisk(directory),
                        Durability.SYNC,
                        System::nanoTime,
                        SEGMENT_BYTES,
                        FRAME_BYTES);
        EngineParts parts =
                new EngineParts(
                        config, keys, WriterProbe.NONE, Arena.DEFAULT_QUARANTINE, null, journal);
        parts.recover();
        EngineThreads.start(parts);
        return new Strait(parts);
    }
}
