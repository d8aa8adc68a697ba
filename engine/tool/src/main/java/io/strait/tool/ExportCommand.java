package io.strait.tool;

import io.strait.api.AggregatorView;
import io.strait.api.ExecutorView;
import io.strait.api.domain.Chain;
import io.strait.api.domain.TaskStatus;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the state. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the state as of a position, as JSON lines.",
            "Each begins with what it is, its \"kind\".",
            "It replays the journal into a state of its own, in memory."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;

    @Option(
            names = "--at",
            paramLabel = "POSITION",
            description = "The position; by default the last one.")
    private Long position;

    @Option(
            names = "--secrets",
            description = "Show the values of performers' environment variables, too.")
    private boolean showsSecrets;

    private JsonLines lines;

    @Override
    public Integer call() throws IOException {
        JournalReading journal = directory.reading();
        ReplayedState state = journal.newState();
        if (position == null) {
            journal.read(Long.MAX_VALUE, state);
            position = journal.position();
        } else {
            journal.readUpTo(position, state);
        }
        try (JsonLines target =
                new JsonLines(spec.commandLine().getOut(), showsSecrets, Integer.MAX_VALUE)) {
            lines = target;
            lines.begin("").field("kind", "position").field("position", position).end();
            show(state.aggregator());
            show(state.executor());
        }
        return StraitTool.FINE;
    }

    private void show(AggregatorView aggregator) {
        for (Chain chain : aggregator.listChains()) {
            long last = aggregator.getLastProcessedBlock(chain);
            lines.begin("").field("kind", "chain").field("chain", chain);
            lines.field(
                            "lastProcessedBlock",
                            last == AggregatorView.NO_BLOCK ? null : Long.valueOf(last))
                    .end();
            show("block", aggregator.listBlocks(chain));
        }
        for (TaskStatus status : TaskStatus.values()) {
            show("task", aggregator.listTasks(status));
        }
        show("operatorSetConfig", aggregator.listOperatorSetConfigs());
        show("avsConfig", aggregator.listAvsConfigs());
    }

    private void show(ExecutorView executor) {
        show("performer", executor.listPerformers());
        show("inflightTask", executor.listInflightTasks());
        show("deployment", executor.listDeployments());
        show("processedTask", executor.listProcessedTasks());
    }

    private void show(String kind, List<? extends Record> all) {
        for (Record each : all) {
            lines.begin("").field("kind", kind).fields(each).end();
        }
    }
}
