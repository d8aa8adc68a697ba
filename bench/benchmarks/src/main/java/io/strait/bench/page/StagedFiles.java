package io.strait.bench.page;

import io.strait.bench.report.ResultsException;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Folders of files that are made in full, elsewhere, before the first of them takes its place: who
 * fails while making one has changed none.
 */
final class StagedFiles implements AutoCloseable {
    private final Path root;
    private final Map<Path, ResultsFolder> folders = new LinkedHashMap<>();

    StagedFiles() {
        try {
            root = Files.createTempDirectory("page");
        } catch (IOException e) {
            throw new ResultsException("cannot make a temporary folder", e);
        }
    }

    /** Where to make the files of a folder; checks that they can be put there later. */
    ResultsFolder folder(Path place) {
        ResultsFolder.at(place);
        ResultsFolder staged = ResultsFolder.at(root.resolve(Integer.toString(folders.size())));
        folders.put(place, staged);
        return staged;
    }

    /** Puts all files into their places. */
    void publish() {
        folders.forEach(
                (place, staged) -> {
                    for (Path file : filesIn(staged.resolve(""))) {
                        copy(file, place.resolve(file.getFileName()));
                    }
                });
    }

    /** Leaves nothing behind. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ResultsException("cannot delete " + root, e);
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new ResultsException("cannot read " + folder, e);
        }
    }

    private static void copy(Path file, Path place) {
        try {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ResultsException("cannot write " + place, e);
        }
    }
}
