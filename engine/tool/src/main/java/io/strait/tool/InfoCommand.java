package io.strait.tool;

import io.strait.api.error.StorageDamagedException;
import io.strait.engine.checkpoint.Checkpoints;
import io.strait.engine.journal.InspectedSegment;
import io.strait.engine.journal.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the files, and what they hold. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description =
                "Lists the files with their sizes and positions, and what is torn or damaged.")
final class InfoCommand implements Callable<Integer> {
    private static final String ROW = "%-32s %13s  %7s  %-23s  %s%n";

    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;

    /** What files hold that are no segments. */
    private final Map<String, String> described = new HashMap<>();

    /** The first that was found. */
    private StorageDamagedException damage;

    @Override
    public Integer call() throws IOException {
        List<FoundFile> files = FoundFile.listOf(directory.path());
        JournalReading journal = null;
        try {
            journal = directory.reading();
            journal.read(Long.MAX_VALUE, Replay.NOBODY);
        } catch (StorageDamagedException e) {
            damage = e;
        }
        readCheckpoints(files);
        PrintWriter out = spec.commandLine().getOut();
        print(out, files, journal == null ? List.of() : journal.segments());
        if (journal != null) {
            out.println(journal.end());
        }
        if (damage != null) {
            throw damage;
        }
        return StraitTool.FINE;
    }

    private void readCheckpoints(List<FoundFile> files) throws IOException {
        Checkpoints checkpoints = new Checkpoints(directory.disk());
        for (FoundFile file : files) {
            long position = Checkpoints.position(file.name());
            if (position >= 0) {
                try {
                    checkpoints.read(position, (kind, words, at, count) -> {});
                    described.put(file.name(), "the state as of position " + position);
                } catch (NoSuchFileException e) {
                    described.put(file.name(), "deleted meanwhile");
                } catch (StorageDamagedException e) {
                    described.put(file.name(), damaged(e));
                    damage = damage == null ? e : damage;
                }
            }
        }
    }

    private void print(PrintWriter out, List<FoundFile> files, List<InspectedSegment> segments) {
        Map<String, InspectedSegment> read = new HashMap<>();
        segments.forEach(segment -> read.put(segment.file(), segment));
        out.printf(ROW, "File", "Bytes", "Version", "Positions", "Holds");
        for (FoundFile file : files) {
            InspectedSegment segment = read.get(file.name());
            String bytes = Long.toString(file.bytes());
            if (segment == null) {
                out.printf(ROW, file.name(), bytes, "", "", meaning(file));
            } else {
                out.printf(
                        ROW,
                        file.name(),
                        bytes,
                        segment.version() == 0 ? "" : segment.version(),
                        positions(segment),
                        held(segment));
            }
        }
        out.println();
    }

    private String meaning(FoundFile file) {
        if (described.containsKey(file.name())) {
            return described.get(file.name());
        }
        if (file.isSegment()) {
            boolean isDamaged = damage != null && file.name().equals(damage.file());
            return isDamaged ? damaged(damage) : "not read";
        }
        return file.meaning();
    }

    private static String positions(InspectedSegment segment) {
        return segment.lastPosition() < segment.firstPosition()
                ? ""
                : segment.firstPosition() + "-" + segment.lastPosition();
    }

    private static String held(InspectedSegment segment) {
        if (segment.isUnused()) {
            return "prepared, not written";
        }
        String written = segment.endBytes() + " bytes written";
        if (segment.tornBytes() > 0) {
            return written + ", then " + segment.tornBytes() + " torn or being written";
        }
        return segment.isClosed() ? written + ", closed" : written;
    }

    private static String damaged(StorageDamagedException damage) {
        return "damaged at offset " + damage.offset();
    }
}
