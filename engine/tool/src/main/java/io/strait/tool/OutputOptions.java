package io.strait.tool;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How values are shown. */
final class OutputOptions {
    private static final int READABLE_BYTES = 32;

    @Option(names = "--json", description = "JSON lines: an object to a line, with all bytes.")
    private boolean isJson;

    @Option(
            names = "--secrets",
            description = "Show the values of performers' environment variables, too.")
    private boolean showsSecrets;

    boolean isJson() {
        return isJson;
    }

    JsonLines lines(PrintWriter target) {
        return new JsonLines(target, showsSecrets, isJson ? Integer.MAX_VALUE : READABLE_BYTES);
    }
}
