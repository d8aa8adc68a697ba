package io.strait.bench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LatencyCommandTest {
    private static final int BAD_ARGUMENT = 2;

    private final StringWriter errors = new StringWriter();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--rates=0; --rates=0 must be 1 to 100,000,000",
                "--rates=10,-5; --rates=-5 must be",
                "--rates=fast; 'fast' is not a long",
                "--producers=0; --producers=0 must be 1 to 64",
                "--producers=1,65; --producers=65 must be",
                "--seconds=0; --seconds=0 must be 1 to 600",
                "--forks=0; --forks=0 must be 1 to 100",
                "--seconds=1.5; '1.5' is not an int",
                "--warmup-seconds=0; --warmup-seconds=0 must be",
                "--presets=FASTEST; expected one of [LOWEST_LATENCY, BALANCED, LOWEST_CPU]",
                "--subjects=sync,queue; 'queue' is none of bare-ring, ping-pong, sync, hand-off",
                "--subject=sync; Unknown option",
                "--rates; Expected parameter for option '--rates'",
            })
    void shouldRefuseBadArguments(String argument, String message) {
        assertEquals(BAD_ARGUMENT, execute(argument, "--results", folder.toString()));
        assertTrue(errors.toString().contains(message), errors::toString);
    }

    @Test
    void shouldMeasureFloorsFirstAndOncePerNumberOfProducers() {
        LatencyOptions options = options("--subjects=sync,bare-ring", "--rates=2000,1000,2000");

        List<SweepRequest> requests = options.requests("folder");

        assertEquals(2 + 3 * 2, requests.size());
        assertEquals(SubjectKind.BARE_RING, requests.get(0).subject());
        assertEquals(1, requests.get(0).producers());
        assertEquals(SubjectKind.BARE_RING, requests.get(1).subject());
        assertEquals(2, requests.get(1).producers());
        assertEquals(SubjectKind.SYNC, requests.get(2).subject());
        assertEquals(WaitPreset.LOWEST_LATENCY, requests.get(2).preset());
        assertEquals(List.of(1_000L, 2_000L), requests.get(2).ratesPerSecond());
    }

    @Test
    void shouldTellWhatWasMeasuredAsOneWouldTypeIt() {
        assertEquals(
                "--subjects bare-ring,ping-pong,sync,hand-off,shared,exclusive"
                        + " --presets LOWEST_LATENCY,BALANCED,LOWEST_CPU --producers 1,2"
                        + " --rates 10000,100000,500000,1000000 --seconds 1 --warmup-seconds 1"
                        + " --forks 3",
                options().toString());
    }

    private int execute(String... arguments) {
        return new CommandLine(new LatencyCommand())
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    private static LatencyOptions options(String... arguments) {
        return CommandLine.populateCommand(new LatencyOptions(), arguments);
    }
}
