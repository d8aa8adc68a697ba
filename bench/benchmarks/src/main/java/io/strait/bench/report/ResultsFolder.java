package io.strait.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that results are written into. */
public final class ResultsFolder {
    private final Path path;

    private ResultsFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder if it is not there, and checks, before anything is measured, that files can
     * be written into it.
     *
     * @param path where
     * @return the folder
     * @throws ResultsException when it cannot be made or written
     */
    public static ResultsFolder at(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, "writable", ".tmp"));
        } catch (IOException e) {
            throw new ResultsException("cannot write into the results folder " + path, e);
        }
        return new ResultsFolder(path);
    }

    /** The path of a file in it. */
    public Path resolve(String fileName) {
        return path.resolve(fileName);
    }

    /** Writes a text file. */
    public void writeText(String fileName, String text) {
        try {
            Files.writeString(resolve(fileName), text);
        } catch (IOException e) {
            throw new ResultsException("cannot write " + resolve(fileName), e);
        }
    }

    /** Writes a record as JSON. */
    public void writeJson(String fileName, Object results) {
        try {
            Json.write(resolve(fileName), results);
        } catch (IOException e) {
            throw new ResultsException("cannot write " + resolve(fileName), e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
