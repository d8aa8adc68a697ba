package io.strait.bench.idle;

import io.strait.api.WaitPreset;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.ResultsFolder;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures each wait preset, one after the other, and writes what it found. */
@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "What an idle engine costs by wait preset, and how soon it wakes up.")
public final class IdleCommand implements Callable<Integer> {
    @Option(names = "--results", paramLabel = "DIR", description = "The results folder.")
    private Path results = Path.of("bench", "results");

    @Spec private CommandSpec spec;

    private final IdleLength length;

    /** For picocli. */
    public IdleCommand() {
        this(IdleLength.STANDARD);
    }

    IdleCommand(IdleLength length) {
        this.length = length;
    }

    @Override
    public Integer call() throws InterruptedException {
        ResultsFolder folder = ResultsFolder.at(results);
        Conditions conditions =
                Conditions.ofNow(
                        spec.name(), ManagementFactory.getRuntimeMXBean().getInputArguments());
        PrintWriter out = spec.commandLine().getOut();
        List<IdlePoint> points = new ArrayList<>();
        for (WaitPreset preset : WaitPreset.values()) {
            out.println("Idle: " + preset);
            out.flush();
            points.add(new IdleMeasurement(length).of(preset));
        }
        IdleResults measured = new IdleResults(conditions, points);
        folder.writeJson("idle.json", measured);
        folder.writeText("idle.md", IdleSection.of(measured));
        out.println();
        out.print(IdleSection.of(measured));
        out.println();
        out.println("Written to " + folder);
        out.flush();
        return 0;
    }
}
