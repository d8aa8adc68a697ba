package io.strait.tool;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on a terminal that says how far a reading is, and goes when it is done. */
final class Progress {
    private static final long SHOWN_EACH_NS = 200_000_000;
    private static final int BAR = 30;
    private static final int MIB = 1 << 20;

    private final PrintWriter terminal;
    private final LongSupplier nanoClock;
    private long shownNs;
    private int width;

    Progress(PrintWriter terminal, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.nanoClock = nanoClock;
        shownNs = nanoClock.getAsLong();
    }

    void show(long bytes, long totalBytes, long position) {
        long now = nanoClock.getAsLong();
        if (now - shownNs < SHOWN_EACH_NS) {
            return;
        }
        shownNs = now;
        int done = (int) (totalBytes == 0 ? 0 : Math.min(BAR, BAR * bytes / totalBytes));
        String line =
                String.format(
                        Locale.ROOT,
                        "[%s%s] %,d of %,d MiB, position %,d",
                        "#".repeat(done),
                        ".".repeat(BAR - done),
                        bytes / MIB,
                        totalBytes / MIB,
                        position);
        terminal.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
        terminal.flush();
        width = line.length();
    }

    void clear() {
        if (width > 0) {
            terminal.print('\r' + " ".repeat(width) + '\r');
            terminal.flush();
        }
    }
}
