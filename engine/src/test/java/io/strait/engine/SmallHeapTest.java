package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Task;
import io.strait.api.error.EngineFailedException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Four threads save until memory ends: all of them end soon, with a typed error or without memory
 * of their own, and so does close. Seen to fail on the engine as it was before decision 25, where
 * the child died or close threw, in 11 of 12 runs; not by a single planted fault, since what runs
 * out first differs from run to run.
 */
@Tag("isolated")
class SmallHeapTest {
    @Test
    void shouldEndEverybodyWhenMemoryEnds() throws Exception {
        Process child =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xmx24m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try {
            assertTrue(child.waitFor(30, TimeUnit.SECONDS), "hangs");
            List<String> lines = child.inputReader().lines().toList();
            assertEquals(0, child.exitValue(), () -> String.join("\n", lines));
        } finally {
            child.destroyForcibly();
        }
    }

    /** Says all that it has to say by its exit code: there is no memory for more. */
    static final class Main {
        private static final int THREADS = 4;
        private static final long PATIENCE_NS = 5_000_000_000L;
        private static final Address AVS = Address.of("0xab");
        private static final byte[] PAYLOAD = new byte[2_000];
        private static volatile boolean closes;
        private static volatile boolean wrong;

        public static void main(String[] args) throws ClassNotFoundException {
            // What this test itself needs at its end.
            Class.forName("java.lang.Shutdown");
            Limits limits = Limits.builder().maxTasks(1_000_000).build();
            Strait engine = Strait.open(StraitConfig.builder().limits(limits).build());
            Thread[] threads = new Thread[THREADS + 1];
            for (int i = 0; i < THREADS; i++) {
                String prefix = "t" + i + "-";
                threads[i] = new Thread(() -> save(engine, prefix));
            }
            // Started beforehand, too: to start a thread takes memory.
            threads[THREADS] = new Thread(() -> close(engine));
            for (Thread thread : threads) {
                thread.start();
            }
            while (alive(threads) == THREADS + 1) {
                Thread.onSpinWait();
            }
            await(threads, 1, 2);
            closes = true;
            await(threads, 0, 3);
            Runtime.getRuntime().halt(wrong ? 4 : 0);
        }

        private static void close(Strait engine) {
            while (!closes) {
                Thread.onSpinWait();
            }
            try {
                engine.close();
            } catch (Throwable t) {
                wrong = true;
            }
        }

        private static void await(Thread[] threads, int count, int codeWhenHanging) {
            long startNs = System.nanoTime();
            while (alive(threads) > count) {
                if (System.nanoTime() - startNs > PATIENCE_NS) {
                    Runtime.getRuntime().halt(codeWhenHanging);
                }
                Thread.onSpinWait();
            }
        }

        private static int alive(Thread[] threads) {
            int count = 0;
            for (int i = 0; i < threads.length; i++) {
                count += threads[i].isAlive() ? 1 : 0;
            }
            return count;
        }

        private static void save(Strait engine, String prefix) {
            try {
                for (int i = 0; ; i++) {
                    Task task = Task.builder(prefix + i, AVS).payload(PAYLOAD).build();
                    engine.aggregator().saveTask(task);
                }
            } catch (EngineFailedException | OutOfMemoryError e) {
                // As it should.
            } catch (Throwable t) {
                wrong = true;
            }
        }
    }
}
