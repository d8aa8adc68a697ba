package io.strait.bench.page;

import io.strait.bench.driven.DrivenResults;
import io.strait.bench.idle.IdleResults;
import io.strait.bench.latency.LatencyCharts;
import io.strait.bench.latency.LatencyResults;
import io.strait.bench.report.Json;
import io.strait.bench.report.ResultsException;
import io.strait.bench.report.ResultsFolder;
import io.strait.bench.scale.ScaleCharts;
import io.strait.bench.scale.ScaleResults;
import io.strait.bench.table.TableCharts;
import io.strait.bench.table.TableResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the page of results and its charts from results that were measured before. */
@Command(
        name = "page",
        description =
                "Writes BENCHMARKS.md and its charts from table.json, driven.json, latency.json,"
                        + " scale.json and idle.json.",
        mixinStandardHelpOptions = true)
public final class PageCommand implements Callable<Integer> {
    /** Where the committed results lie, beside the page. */
    static final String DATA_FOLDER = "benchmarks";

    private static final String PAGE = "BENCHMARKS.md";

    @Spec private CommandSpec spec;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "bench/results",
            description = "Where the results are. Default: ${DEFAULT-VALUE}.")
    private Path results;

    @Option(
            names = "--docs",
            paramLabel = "DIR",
            defaultValue = "docs",
            description = "Where the page goes. Default: ${DEFAULT-VALUE}.")
    private Path docs;

    @Option(
            names = "--readme",
            paramLabel = "FILE",
            defaultValue = "README.md",
            description = "The page that has the table's first rows. Default: ${DEFAULT-VALUE}.")
    private Path readme;

    /** Runs the command. */
    @Override
    public Integer call() {
        TableResults table = read("table.json", TableResults.class);
        DrivenResults driven = read("driven.json", DrivenResults.class);
        LatencyResults latency = read("latency.json", LatencyResults.class);
        ScaleResults scale = read("scale.json", ScaleResults.class);
        IdleResults idle = read("idle.json", IdleResults.class);
        String newReadme = newReadme(table);
        try (StagedFiles staged = new StagedFiles()) {
            ResultsFolder data = staged.folder(docs.resolve(DATA_FOLDER));
            data.writeJson("table.json", table);
            data.writeJson("driven.json", driven);
            data.writeJson("latency.json", latency);
            data.writeJson("scale.json", scale);
            data.writeJson("idle.json", idle);
            TableCharts.write(data, table);
            LatencyCharts.write(data, latency);
            ScaleCharts.write(data, scale);
            ResultsFolder page = staged.folder(docs);
            page.writeText(PAGE, BenchmarksPage.of(table, driven, latency, scale, idle));
            staged.publish();
        }
        writeReadme(newReadme);
        spec.commandLine().getOut().println("Written: " + docs.resolve(PAGE));
        return 0;
    }

    private String newReadme(TableResults table) {
        try {
            return ReadmeTable.in(Files.readString(readme), table);
        } catch (IOException e) {
            throw new ResultsException("cannot read " + readme, e);
        }
    }

    private void writeReadme(String text) {
        try {
            Files.writeString(readme, text);
        } catch (IOException e) {
            throw new ResultsException("cannot write " + readme, e);
        }
    }

    private <T> T read(String fileName, Class<T> type) {
        Path file = results.resolve(fileName);
        try {
            return Json.read(file, type);
        } catch (IOException e) {
            throw new ResultsException("cannot read " + file, e);
        }
    }
}
