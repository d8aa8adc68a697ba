package io.strait.tool;

import io.strait.api.error.StorageException;
import io.strait.engine.journal.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks all that can be checked. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks all files, and replays the journal.",
            "It checks every frame, the chain between them, and every position, and replays them"
                    + " into a state of its own, in memory, where every outcome must be the same.",
            "An engine with other limits than the defaults needs them here, too: see --limit."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;
    @Mixin private LimitOptions limits;

    @Option(names = "--no-replay", description = "Check the files alone.")
    private boolean skipsReplay;

    private long count;

    @Override
    public Integer call() throws IOException {
        Replay replay = skipsReplay ? Replay.NOBODY : ReplayedState.inBatches(limits.limits());
        JournalReading journal = directory.reading();
        PrintWriter out = spec.commandLine().getOut();
        try {
            journal.read(
                    Long.MAX_VALUE,
                    (position, opcode, argument, timeMs, outcome, words, at, wordCount) -> {
                        replay.command(
                                position, opcode, argument, timeMs, outcome, words, at, wordCount);
                        count++;
                    });
        } catch (StorageException | MalformedCommandException e) {
            out.println("Verified " + count + " commands, and no more.");
            throw e;
        }
        out.println(
                "Verified "
                        + count
                        + " commands in "
                        + journal.segments().stream().filter(each -> !each.isUnused()).count()
                        + " segments"
                        + (skipsReplay ? "; replayed none." : "; all have the same outcome."));
        out.println(journal.end());
        return StraitTool.FINE;
    }
}
