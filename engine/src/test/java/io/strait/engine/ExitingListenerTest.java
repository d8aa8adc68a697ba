package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A listener calls {@code System.exit}, which waits for a shutdown hook, which closes the engine:
 * close does not wait for the listener. Seen to fail when it does.
 */
@Tag("isolated")
class ExitingListenerTest {
    @Test
    void shouldNotWaitForAListenerThatWaitsForTheHookThatCloses() throws Exception {
        Process child =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try {
            List<String> lines = child.inputReader().lines().toList();
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            assertEquals(List.of("closed in time"), lines);
        } finally {
            child.destroyForcibly();
        }
    }

    static final class Main {
        public static void main(String[] args) {
            Strait engine =
                    Strait.open(
                            StraitConfig.builder()
                                    .closeTimeout(Duration.ofSeconds(10))
                                    .changeListener(change -> System.exit(0))
                                    .build());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(engine)));
            CrowdMember.submit(engine, 1);
        }

        private static void close(Strait engine) {
            long startNs = System.nanoTime();
            engine.close();
            long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
            System.out.println(tookMs < 5_000 ? "closed in time" : "closed after ms=" + tookMs);
        }
    }
}
