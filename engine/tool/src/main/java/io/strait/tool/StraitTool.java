package io.strait.tool;

import io.strait.api.error.ReplayMismatchException;
import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The runnable jar. Exits with one of the codes here. */
@Command(
        name = "strait-tool",
        description = {
            "Looks into the directory of a Strait engine, which may be running. Changes nothing there."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "strait-tool",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well, also with a torn tail",
            "1:damaged, or a replay has another outcome",
            "2:wrong usage",
            "3:cannot be read: not there, no rights, an I/O error, a newer format",
            "4:what was asked for is not there"
        },
        subcommands = {
            InfoCommand.class,
            VerifyCommand.class,
            DumpCommand.class,
            ExplainCommand.class,
            ExportCommand.class,
            CutCommand.class,
            CommandLine.HelpCommand.class
        })
public final class StraitTool {
    static final int FINE = 0;
    static final int DAMAGED = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int NOT_FOUND = 4;

    private StraitTool() {}

    /** Runs a command. */
    public static void main(String[] args) {
        CommandLine commands = commandLine();
        if (args.length == 0) {
            commands.usage(System.err);
            System.exit(USAGE);
        }
        System.exit(commands.execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new StraitTool())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(StraitTool::tell);
    }

    /** What the files are to blame for is told in a line; what is our fault keeps its trace. */
    private static int tell(Exception failure, CommandLine command, ParseResult parsed)
            throws Exception {
        int code = codeOf(failure);
        if (code < 0) {
            throw failure;
        }
        command.getOut().flush();
        command.getErr().println("strait-tool: " + reason(failure));
        return code;
    }

    private static int codeOf(Exception failure) {
        if (failure instanceof StorageDamagedException
                || failure instanceof ReplayMismatchException
                || failure instanceof MalformedCommandException
                || failure instanceof OtherStateException) {
            return DAMAGED;
        }
        if (failure instanceof NotThereException) {
            return NOT_FOUND;
        }
        boolean isOfFiles =
                failure instanceof IOException
                        || failure instanceof UncheckedIOException
                        || failure instanceof StorageException;
        return isOfFiles ? UNREADABLE : -1;
    }

    /** Of some exceptions, the message is but the file's name. */
    private static String reason(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no " + failure.getMessage();
        }
        if (failure instanceof NotDirectoryException) {
            return "no directory: " + failure.getMessage();
        }
        if (failure instanceof AccessDeniedException) {
            return "no right to read " + failure.getMessage();
        }
        return failure.getMessage();
    }
}
