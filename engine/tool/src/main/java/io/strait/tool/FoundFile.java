package io.strait.tool;

import io.strait.engine.journal.JournalInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of a directory. */
record FoundFile(String name, long bytes) {
    /** In the order of their names. */
    static List<FoundFile> listOf(Path directory) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                try {
                    found.add(new FoundFile(file.getFileName().toString(), Files.size(file)));
                } catch (NoSuchFileException e) {
                    // An engine has renamed or deleted it meanwhile.
                }
            }
        }
        return found;
    }

    boolean isSegment() {
        return JournalInspection.segmentNumber(name) >= 0;
    }

    /** What a file is that is no segment. */
    String meaning() {
        return switch (name) {
            case "lock" -> "locked while an engine is open";
            case "journal.tmp" -> "a segment that is not ready";
            case "checkpoint.tmp" -> "a checkpoint that is not ready";
            default -> "not known to this tool";
        };
    }
}
