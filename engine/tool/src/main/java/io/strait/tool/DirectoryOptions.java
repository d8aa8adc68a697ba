package io.strait.tool;

import io.strait.engine.journal.FileDisk;
import io.strait.engine.journal.JournalInspection;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which directory, and how reading it is shown. */
final class DirectoryOptions {
    /** A frame that an engine is writing is there sooner. */
    private static final long PAUSE_MS = 100;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "DIRECTORY", description = "The engine's directory.")
    private Path directory;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show progress on standard error; by default where that is a terminal.")
    private Boolean showsProgress;

    Path path() {
        return directory;
    }

    FileDisk disk() {
        return new FileDisk(directory);
    }

    JournalReading reading() throws IOException {
        JournalInspection inspection = new JournalInspection(disk(), DirectoryOptions::pause);
        boolean isShown = showsProgress == null ? System.console() != null : showsProgress;
        Progress progress =
                isShown ? new Progress(command.commandLine().getErr(), System::nanoTime) : null;
        return new JournalReading(directory, JournalStart.of(disk()), inspection, progress);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
