package io.strait.bench.table;

import io.strait.bench.report.ResultsException;
import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.nio.file.Files;

/** The table in the results folder: as JSON, CSV and Markdown. */
final class TableFiles {
    private static final String MARKDOWN = "table.md";

    private TableFiles() {}

    static void write(ResultsFolder folder, TableResults table) {
        folder.writeJson("table.json", table);
        folder.writeText("table.csv", TableCsv.of(table));
        folder.writeText(MARKDOWN, TableSection.of(table));
    }

    /** The table as it was written last. */
    static String readText(ResultsFolder folder) {
        try {
            return Files.readString(folder.resolve(MARKDOWN));
        } catch (IOException e) {
            throw new ResultsException("cannot read " + folder.resolve(MARKDOWN), e);
        }
    }
}
