package io.strait.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/**
 * Seen to fail on these planted bugs: a line for each call; a shorter line that leaves the rest of
 * a longer one; a line that stays.
 */
class ProgressTest {
    private static final long SECOND_NS = 1_000_000_000;
    private static final long MIB = 1 << 20;

    private final StringWriter terminal = new StringWriter();
    private long nowNs = 1;
    private final Progress progress = new Progress(new PrintWriter(terminal), () -> nowNs);

    @Test
    void shouldShowNowAndThenHowFarItIs() {
        progress.show(MIB, 64 * MIB, 1);
        progress.clear();
        assertEquals("", terminal.toString());
        nowNs += SECOND_NS;
        progress.show(32 * MIB, 64 * MIB, 1_024);
        progress.show(33 * MIB, 64 * MIB, 2_048);
        String half = "[###############...............] 32 of 64 MiB, position 1,024";
        assertEquals("\r" + half, terminal.toString());
        nowNs += SECOND_NS;
        progress.show(64 * MIB, 64 * MIB, 7);
        String all = "[##############################] 64 of 64 MiB, position 7";
        String gap = " ".repeat(half.length() - all.length());
        progress.clear();
        assertEquals(
                "\r" + half + "\r" + all + gap + "\r" + " ".repeat(all.length()) + "\r",
                terminal.toString());
    }
}
