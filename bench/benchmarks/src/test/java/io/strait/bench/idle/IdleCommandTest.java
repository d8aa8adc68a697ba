package io.strait.bench.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.bench.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The command's results are whole, and its meter tells a thread that spins from one that sleeps.
 */
class IdleCommandTest {
    private static final IdleLength SHORT = new IdleLength(100, 1_000, List.of(5, 3, 2));

    @TempDir private Path folder;

    @Test
    void shouldMeasureEachPresetAndWriteWhatItShows() throws IOException {
        StringWriter terminal = new StringWriter();
        int exitCode =
                new CommandLine(new IdleCommand(SHORT))
                        .setOut(new PrintWriter(terminal))
                        .execute("--results", folder.toString());
        assertEquals(0, exitCode);
        IdleResults results = Json.read(folder.resolve("idle.json"), IdleResults.class);
        assertEquals(
                Arrays.stream(WaitPreset.values()).map(WaitPreset::name).toList(),
                results.points().stream().map(IdlePoint::preset).toList());
        for (IdlePoint point : results.points()) {
            assertEquals(6, point.wakeUps().size());
            for (WakeUp wakeUp : point.wakeUps()) {
                int expected = SHORT.counts().get(IdleLength.PAUSES_MS.indexOf(wakeUp.pauseMs()));
                assertEquals(expected, wakeUp.count());
                assertTrue(wakeUp.p50Ns() > 0 && wakeUp.p50Ns() <= wakeUp.maxNs());
            }
        }
        String text = Files.readString(folder.resolve("idle.md"));
        assertEquals(IdleSection.of(results), text);
        assertTrue(terminal.toString().contains(text), terminal::toString);
    }

    /** Seen to fail when the meter counts elapsed time, and when it counts no thread. */
    @Test
    void shouldTellSpinningFromSleeping() throws InterruptedException {
        CpuMeter sleeping = new CpuMeter();
        Thread sleeper = sleeping.newThread(IdleCommandTest::sleep);
        CpuMeter spinning = new CpuMeter();
        Thread spinner = spinning.newThread(IdleCommandTest::spin);
        sleeper.start();
        spinner.start();
        double slept = sleeping.corePercentOver(300);
        double spun = spinning.corePercentOver(300);
        sleeper.interrupt();
        spinner.interrupt();
        sleeper.join();
        spinner.join();
        assertTrue(slept < spun, slept + " " + spun);
        assertTrue(spun > 1, () -> "spinning took " + spun);
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
