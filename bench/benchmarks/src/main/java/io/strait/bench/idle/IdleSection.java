package io.strait.bench.idle;

import io.strait.bench.report.Figures;
import io.strait.bench.report.MarkdownTable;
import io.strait.bench.report.Paragraph;
import java.util.Locale;

/** The results as a section of a Markdown page: a pure function of them. */
public final class IdleSection {
    private static final double NS_PER_US = 1_000;

    private IdleSection() {}

    /**
     * The section, without a heading.
     *
     * @param results what was measured
     * @return Markdown that ends in a line end
     */
    public static String of(IdleResults results) {
        return Paragraph.of(
                        "What all of an idle engine's threads take together of a core, by the"
                                + " operating system's count, while nobody calls it:")
                + "\n"
                + costs(results)
                + "\n"
                + Paragraph.of(
                        "How long a block update takes after nobody has called for a while, in"
                                + " microseconds, from the call until it is visible and the caller"
                                + " knows. The caller sleeps in the pause and is woken by the"
                                + " operating system before the time starts; caches and clock"
                                + " frequency are as the pause left them:")
                + "\n"
                + wakeUps(results);
    }

    private static MarkdownTable costs(IdleResults results) {
        MarkdownTable table = new MarkdownTable(1, "Preset", "per cent of a core", "over");
        for (IdlePoint point : results.points()) {
            table.add(
                    point.preset(),
                    String.format(Locale.ROOT, "%.2f", point.corePercent()),
                    point.idleSeconds() + " s");
        }
        return table;
    }

    private static MarkdownTable wakeUps(IdleResults results) {
        MarkdownTable table =
                new MarkdownTable(2, "Preset", "Write", "after", "p50", "p99", "longest", "of");
        for (IdlePoint point : results.points()) {
            for (WakeUp wakeUp : point.wakeUps()) {
                table.add(
                        point.preset(),
                        wakeUp.way(),
                        wakeUp.pauseMs() + " ms",
                        micros(wakeUp.p50Ns()),
                        micros(wakeUp.p99Ns()),
                        micros(wakeUp.maxNs()),
                        String.format(Locale.ROOT, "%,d", wakeUp.count()));
            }
        }
        return table;
    }

    private static String micros(long ns) {
        return Figures.of(ns / NS_PER_US);
    }
}
