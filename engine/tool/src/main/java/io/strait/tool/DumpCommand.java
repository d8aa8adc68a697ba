package io.strait.tool;

import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import io.strait.engine.journal.JournaledCommand;
import io.strait.engine.record.CommandWords;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows commands. */
@Command(
        name = "dump",
        mixinStandardHelpOptions = true,
        description =
                "Shows the commands in their order, each with its position, its time and its outcome.")
final class DumpCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;
    @Mixin private OutputOptions output;

    @Option(names = "--from", paramLabel = "POSITION", description = "The first one to show.")
    private long from = 1;

    @Option(names = "--to", paramLabel = "POSITION", description = "The last one to show.")
    private long to = Long.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        try (JsonLines lines = output.lines(spec.commandLine().getOut())) {
            CommandLines commands = new CommandLines(lines, output.isJson());
            directory
                    .reading()
                    .read(
                            to,
                            command -> {
                                if (command.position() >= from) {
                                    Write<?> write = decode(command);
                                    commands.begin(command, write.type());
                                    commands.end(write);
                                }
                            });
        }
        return StraitTool.FINE;
    }

    static Write<?> decode(JournaledCommand command) {
        try {
            WriteType.ofCode(command.opcode());
            return CommandWords.decode(
                    command.opcode(), command.argument(), command.words(), command.wordsAt());
        } catch (RuntimeException e) {
            throw new MalformedCommandException(command.position(), e);
        }
    }
}
