package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.BackPressure;
import io.strait.api.StraitConfig;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.error.DirectoryInUseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes from four threads is killed at any moment, again and again. The next one
 * gets its directory at once, and finds everything that was acknowledged. Seen to fail when the
 * writer commits after it has acknowledged, and when it does not write at all.
 */
@Tag("isolated")
class KilledProcessTest {
    private static final int THREADS = 4;

    @TempDir private Path directory;

    @Test
    void shouldFindAllThatWasAcknowledged() throws Exception {
        run(20);
    }

    @Tag("long")
    @Test
    void shouldFindAllThatWasAcknowledgedForLong() throws Exception {
        run(2_000);
    }

    private void run(int kills) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        int[] acknowledged = new int[THREADS];
        int all = 0;
        for (int i = 0; i < kills; i++) {
            for (int[] ack : kill(1 + random.nextInt(300))) {
                acknowledged[ack[0]] = Math.max(acknowledged[ack[0]], ack[1]);
            }
            all = check(acknowledged);
        }
        assertTrue(all > kills * THREADS, "writes that were found: " + all);
    }

    /** Starts one, kills it some time after its first acknowledgement, and tells all of them. */
    private List<int[]> kill(int delayMs) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                directory.toString())
                        .redirectErrorStream(true)
                        .start();
        List<int[]> acknowledged = new ArrayList<>();
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            assertThrows(DirectoryInUseException.class, () -> Strait.open(Main.config(directory)));
            Thread.sleep(delayMs);
            // The process would close its streams, with what is still in them.
            child.toHandle().destroyForcibly();
            for (; line != null && line.endsWith("."); line = lines.readLine()) {
                String[] parts = line.split("[ .]");
                acknowledged.add(
                        new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])});
            }
            assertTrue(line == null || line.matches("[0-9 ]*"), line);
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();
        return acknowledged;
    }

    /** All that was acknowledged is there, and no thread's later write without its earlier ones. */
    private int check(int[] acknowledged) {
        int all = 0;
        try (Strait engine = Strait.open(Main.config(directory))) {
            for (int t = 0; t < THREADS; t++) {
                int count = Main.count(engine, t);
                assertTrue(count >= acknowledged[t], count + " of acknowledged " + acknowledged[t]);
                all += count;
            }
            assertEquals(all, engine.aggregator().listPendingTasks().size(), "a gap");
        }
        return all;
    }

    /** Writes until it is killed, and says so. */
    static final class Main {
        private static final Address AVS = Address.of("0xab");

        private Main() {}

        public static void main(String[] args) throws InterruptedException {
            Strait engine = Strait.open(config(Path.of(args[0])));
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                new Thread(() -> write(engine, thread)).start();
            }
        }

        private static void write(Strait engine, int thread) {
            for (int k = count(engine, thread); ; k++) {
                engine.aggregator().saveTask(Task.builder(thread + "-" + k, AVS).build());
                System.out.println(thread + " " + (k + 1) + ".");
            }
        }

        static int count(Strait engine, int thread) {
            int count = 0;
            while (engine.aggregator().getTask(thread + "-" + count).isPresent()) {
                count++;
            }
            return count;
        }

        static StraitConfig config(Path directory) {
            // The first write waits until a segment is made, which takes as long as the disk does.
            WriteOptions patient = new WriteOptions(Duration.ofSeconds(60), BackPressure.WAIT);
            return StraitConfig.builder().directory(directory).writeOptions(patient).build();
        }
    }
}
