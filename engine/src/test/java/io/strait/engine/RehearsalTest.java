package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a writer fails or vanishes, and when an engine is closed, for the first time in a JVM, no
 * class is loaded and no call linked, which would need memory; nor does the engine name a class for
 * the first time, as it does in lines that have never run. Seen to fail without each part of the
 * rehearsal.
 */
@Tag("isolated")
class RehearsalTest {
    private static final String RESOLVED = "[class,resolve]";

    /** The engine's classes, but for those of the child itself. */
    private static final Pattern ENGINE =
            Pattern.compile("resolve\\] io\\.strait\\.(?!engine\\.(FailingMain|CrowdMember))");

    @ParameterizedTest
    @ValueSource(strings = {"fail", "disk", "close", "vanish", "listener", "spare"})
    void shouldLoadNothingInAnEnding(String how) throws Exception {
        List<String> lines = run(how);
        int begin = lines.indexOf("BEGIN");
        int end = lines.indexOf("END");
        assertTrue(begin > 0 && end > begin, () -> String.join("\n", lines));
        List<String> first = new ArrayList<>(lines.subList(begin + 1, end));
        first.removeIf(line -> line.contains(RESOLVED) && !ENGINE.matcher(line).find());
        assertEquals(List.of(), first);
    }

    private static List<String> run(String how) throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xlog:class+load",
                                "-Xlog:class+resolve=debug",
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
