package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a writer fails, and when an engine is closed, for the first time in a JVM, no class is
 * loaded and no call linked, which would need memory. Seen to fail without the rehearsal.
 */
@Tag("isolated")
class RehearsalTest {
    @ParameterizedTest
    @ValueSource(strings = {"fail", "close"})
    void shouldLoadNothingInAnEnding(String how) throws Exception {
        List<String> lines = run(how);
        int begin = lines.indexOf("BEGIN");
        int end = lines.indexOf("END");
        assertTrue(begin > 0 && end > begin, () -> String.join("\n", lines));
        assertEquals(List.of(), lines.subList(begin + 1, end));
    }

    private static List<String> run(String how) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xlog:class+load",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FailingMain.class.getName(),
                                how)
                        .redirectErrorStream(true)
                        .start();
        try {
            List<String> lines = child.inputReader().lines().toList();
            assertTrue(child.waitFor(20, TimeUnit.SECONDS));
            return lines;
        } finally {
            child.destroyForcibly();
        }
    }
}
