package io.strait.tool;

import io.strait.api.error.StorageDamagedException;
import io.strait.engine.journal.InspectedSegment;
import io.strait.engine.journal.Replay;
import java.io.IOException;
import java.io.PrintWriter;
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

    @Override
    public Integer call() throws IOException {
        List<FoundFile> files = FoundFile.listOf(directory.path());
        JournalReading journal = directory.reading();
        StorageDamagedException damage = null;
        try {
            journal.read(Long.MAX_VALUE, Replay.NOBODY);
        } catch (StorageDamagedException e) {
            damage = e;
        }
        PrintWriter out = spec.commandLine().getOut();
        print(out, files, journal, damage);
        if (damage == null) {
            out.println(journal.end());
            return StraitTool.FINE;
        }
        out.println("Readable up to position " + journal.position() + ".");
        throw damage;
    }

    private static void print(
            PrintWriter out,
            List<FoundFile> files,
            JournalReading journal,
            StorageDamagedException damage) {
        Map<String, InspectedSegment> read = new HashMap<>();
        journal.segments().forEach(segment -> read.put(segment.file(), segment));
        out.printf(ROW, "File", "Bytes", "Version", "Positions", "Holds");
        for (FoundFile file : files) {
            InspectedSegment segment = read.get(file.name());
            String bytes = Long.toString(file.bytes());
            if (segment != null) {
                out.printf(
                        ROW,
                        file.name(),
                        bytes,
                        segment.version() == 0 ? "" : segment.version(),
                        positions(segment),
                        held(segment));
            } else if (damage != null && file.name().equals(damage.file())) {
                out.printf(ROW, file.name(), bytes, "", "", damaged(damage));
            } else {
                String meaning = file.isSegment() ? "not read" : file.meaning();
                out.printf(ROW, file.name(), bytes, "", "", meaning);
            }
        }
        out.println();
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
