package io.strait.tool;

import io.strait.engine.journal.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what is good of a journal to another directory. */
@Command(
        name = "cut",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the commands up to a position to another directory.",
            "An engine can open that. What lies behind the position, torn or damaged, stays behind.",
            "Without --to it copies all; then there must be no damage."
        })
final class CutCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description = "The directory to write: an empty one, or one that is not there yet.")
    private Path target;

    @Option(names = "--to", paramLabel = "POSITION", description = "The last position to copy.")
    private Long to;

    @Override
    public Integer call() throws IOException {
        requireApart();
        // First of all: nothing is written where there is not enough to copy.
        JournalReading looked = directory.reading();
        if (to == null) {
            looked.read(Long.MAX_VALUE, Replay.NOBODY);
        } else {
            looked.readUpTo(to, Replay.NOBODY);
        }
        if (looked.replayedFrom() > 0) {
            throw new NotThereException(
                    "the journal's first segments are gone, and a copy needs them");
        }
        long last = to == null ? looked.position() : to;
        copy(last);
        spec.commandLine().getOut().println("Wrote positions 1 to " + last + " to " + target + ".");
        return StraitTool.FINE;
    }

    private void copy(long last) throws IOException {
        try (JournalCopy copy = new JournalCopy(target)) {
            directory.reading().readUpTo(last, copy);
            copy.finish();
        }
    }

    /** The copy changes nothing that is there. */
    private void requireApart() throws IOException {
        Path source = directory.path().toRealPath();
        Path there = target.toAbsolutePath();
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        if (there.toRealPath().startsWith(source)) {
            throw usage("the target lies in the directory: " + target);
        }
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                if (files.findAny().isPresent()) {
                    throw usage("the target is not empty: " + target);
                }
            }
        } else if (Files.exists(target)) {
            throw usage("the target is no directory: " + target);
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
