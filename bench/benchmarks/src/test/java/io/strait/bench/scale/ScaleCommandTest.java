package io.strait.bench.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ScaleCommandTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"999", "-1", "10000001", "many"})
    void shouldRejectSizesThatItHasNot(String maxTasks) {
        assertEquals(CommandLine.ExitCode.USAGE, execute("--max-tasks", maxTasks));
        assertTrue(err.toString().contains(maxTasks), err.toString());
    }

    @Test
    void shouldRejectUnknownOptions() {
        assertEquals(CommandLine.ExitCode.USAGE, execute("--fast"));
        assertTrue(err.toString().contains("--fast"), err.toString());
    }

    @Test
    void shouldGoUpInTensAsFarAsAsked() {
        assertEquals(
                List.of(1_000, 10_000),
                ScaleSize.upTo(99_999).stream().map(ScaleSize::tasks).toList());
        assertEquals(5, ScaleSize.upTo(ScaleSize.LARGEST_TASKS).size());
    }

    private int execute(String... args) {
        return new CommandLine(new ScaleCommand()).setErr(new PrintWriter(err, true)).execute(args);
    }
}
