package io.strait.bench.latency;

import io.strait.bench.report.ResultsException;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The histogram logs of a run. JVMs write into a folder beside it; what they wrote is taken over
 * when they succeeded, and an earlier run's logs go when the first of them did.
 */
final class HistogramFolder {
    static final String NAME = "latency-histograms";

    private static final String NEW = NAME + "-new";

    private final Path folder;
    private final Path incoming;
    private boolean replaced;

    /**
     * Makes the folders; leaves an earlier run's logs as they are.
     *
     * @throws ResultsException when they cannot be made
     */
    HistogramFolder(ResultsFolder results) {
        folder = results.resolve(NAME).toAbsolutePath();
        incoming = results.resolve(NEW).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new ResultsException("cannot write into the folder " + folder, e);
        }
        discard();
    }

    /** Where the next JVM's logs go. */
    Path incoming() {
        return incoming;
    }

    /** Takes over what the last JVM wrote. */
    void accept() {
        if (!replaced) {
            deleteLogs(folder);
            replaced = true;
        }
        try (DirectoryStream<Path> logs = logs(incoming)) {
            for (Path log : logs) {
                Path target = folder.resolve(log.getFileName());
                Files.move(log, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ResultsException("cannot write into the folder " + folder, e);
        }
    }

    /** Removes what the last JVM wrote. */
    void discard() {
        deleteLogs(incoming);
    }

    /** Ends the run. */
    void close() {
        discard();
        try {
            Files.deleteIfExists(incoming);
        } catch (IOException e) {
            throw new ResultsException("cannot remove the folder " + incoming, e);
        }
    }

    private static void deleteLogs(Path from) {
        try (DirectoryStream<Path> logs = logs(from)) {
            for (Path log : logs) {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new ResultsException("cannot remove logs from the folder " + from, e);
        }
    }

    private static DirectoryStream<Path> logs(Path from) throws IOException {
        return Files.newDirectoryStream(from, "*" + HistogramLog.EXTENSION);
    }
}
