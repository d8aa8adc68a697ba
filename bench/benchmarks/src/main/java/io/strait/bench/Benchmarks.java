package io.strait.bench;

import io.strait.bench.driven.DrivenCommand;
import io.strait.bench.harness.MeasurementException;
import io.strait.bench.idle.IdleCommand;
import io.strait.bench.latency.LatencyCommand;
import io.strait.bench.page.PageCommand;
import io.strait.bench.report.ResultsException;
import io.strait.bench.scale.ScaleCommand;
import io.strait.bench.table.TableCommand;
import java.io.IOException;
import java.util.Arrays;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The runnable jar: the project's own commands, and the harness for all other arguments, which get
 * to it as they are.
 */
@Command(
        name = "benchmarks.jar",
        description =
                "Measures Strait. All other arguments go to JMH as they are; see -h for them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Strait benchmarks",
        subcommands = {
            TableCommand.class,
            LatencyCommand.class,
            ScaleCommand.class,
            DrivenCommand.class,
            IdleCommand.class,
            PageCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Runs a command; exits with 0 only if it did all that it was told.
     *
     * @param args a command and its options, or arguments for JMH
     * @throws IOException when JMH cannot write
     */
    public static void main(String[] args) throws IOException {
        CommandLine commands = commandLine();
        if (args.length == 0) {
            commands.usage(System.err);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        if (isCommand(commands, args[0])) {
            System.exit(commands.execute(args));
        }
        org.openjdk.jmh.Main.main(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Benchmarks::tell);
    }

    private static boolean isCommand(CommandLine commands, String arg) {
        return Arrays.asList("--help", "--version").contains(arg)
                || commands.getSubcommands().containsKey(arg);
    }

    /** What a user can mend is told in a line; what is our fault keeps its trace. */
    private static int tell(
            Exception failure, CommandLine command, CommandLine.ParseResult parseResult)
            throws Exception {
        if (failure instanceof ResultsException
                || failure instanceof MeasurementException
                || failure instanceof RunnerException) {
            command.getErr().println("benchmarks.jar: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
