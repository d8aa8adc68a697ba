package io.strait.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A run of the tool: its exit code, and what it said. */
record ToolRun(int code, String out, String err) {
    static ToolRun of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tool =
                StraitTool.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int code = tool.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new ToolRun(code, out.toString(), err.toString());
    }

    /** The same on a directory, of which nothing may be another afterwards. */
    static ToolRun on(Path directory, Object... args) throws IOException {
        Map<String, String> before = contents(directory);
        ToolRun run = of(args);
        assertEquals(before, contents(directory), () -> Arrays.toString(args));
        return run;
    }

    ToolRun requireCode(int wanted) {
        assertEquals(wanted, code, this::toString);
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        contents.put(".", Files.getLastModifiedTime(directory).toString());
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String description =
                        Files.getLastModifiedTime(file)
                                + " "
                                + bytes.length
                                + " "
                                + Arrays.hashCode(bytes);
                contents.put(file.getFileName().toString(), description);
            }
        }
        return contents;
    }
}
