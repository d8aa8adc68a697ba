package io.strait.tool;

import io.strait.api.Limits;
import io.strait.api.error.StorageException;
import io.strait.engine.checkpoint.CheckpointEnd;
import io.strait.engine.checkpoint.Checkpoints;
import io.strait.engine.journal.JournaledCommand;
import io.strait.engine.journal.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
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
            "It checks every frame, the chain between them, every position and every checkpoint. It"
                    + " replays the journal into a state of its own, in memory: every outcome must"
                    + " be the same, and at the position of a checkpoint the state, too."
        })
final class VerifyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;

    @Option(names = "--no-replay", description = "Check the files alone.")
    private boolean skipsReplay;

    private final Map<Long, Long> digests = new HashMap<>();
    private ReplayedState state;

    @Override
    public Integer call() throws IOException {
        readCheckpoints();
        JournalReading journal = directory.reading();
        state = skipsReplay ? null : journal.newState();
        PrintWriter out = spec.commandLine().getOut();
        try {
            journal.read(Long.MAX_VALUE, skipsReplay ? Replay.NOBODY : new Compared());
            requireCheckpointsIn(journal);
        } catch (StorageException | MalformedCommandException | OtherStateException e) {
            out.println("Verified up to position " + verified(journal) + ", and no more.");
            throw e;
        }
        tell(out, journal);
        return StraitTool.FINE;
    }

    /** In a replay, what was replayed; a frame that is whole may hold a command that differs. */
    private long verified(JournalReading journal) {
        return skipsReplay ? journal.position() : state.position();
    }

    /** What a checkpoint shows was stored in the journal before. */
    private void requireCheckpointsIn(JournalReading journal) {
        for (long position : digests.keySet()) {
            if (position > journal.position()) {
                throw new OtherStateException("the journal ends before the checkpoint", position);
            }
        }
    }

    private void tell(PrintWriter out, JournalReading journal) {
        long segments = journal.segments().stream().filter(each -> !each.isUnused()).count();
        out.printf("Verified %d segments and %d checkpoints.%n", segments, digests.size());
        if (!skipsReplay) {
            out.printf(
                    "Replayed %d commands from position %d on; all have the same outcome.%n",
                    state.count(), journal.replayedFrom() + 1);
        }
        out.println(journal.end());
    }

    private void readCheckpoints() throws IOException {
        Checkpoints checkpoints = new Checkpoints(directory.disk());
        for (long position : checkpoints.positions()) {
            try {
                CheckpointEnd end = checkpoints.read(position, (kind, words, at, count) -> {});
                digests.put(position, end.digest());
            } catch (NoSuchFileException e) {
                // The engine has written a newer one, and deleted this one, meanwhile.
            }
        }
    }

    /** Follows the journal with the state, and looks at it where a checkpoint does. */
    private final class Compared implements Replay {
        @Override
        public void limits(Limits limits) {
            state.limits(limits);
        }

        @Override
        public void command(JournaledCommand command) {
            state.command(command);
            Long digest = digests.get(command.position());
            if (digest != null && digest != digest()) {
                throw new OtherStateException(
                        "a replay leads to another state than the checkpoint holds",
                        command.position());
            }
        }

        private long digest() {
            try {
                return state.digest();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
