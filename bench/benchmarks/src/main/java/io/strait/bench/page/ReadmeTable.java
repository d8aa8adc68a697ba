package io.strait.bench.page;

import io.strait.bench.report.Conditions;
import io.strait.bench.report.Paragraph;
import io.strait.bench.table.TableResults;
import io.strait.bench.table.TableSection;
import java.io.IOException;

/** The measured table in the README: what stands between its two marks. */
final class ReadmeTable {
    static final String BEGIN = "<!-- measured: written by the page command -->\n";
    static final String END = "<!-- /measured -->\n";

    private ReadmeTable() {}

    /** The README with the table of these results. */
    static String in(String readme, TableResults table) throws IOException {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("it has no " + BEGIN + END);
        }
        return readme.substring(0, begin + BEGIN.length()) + text(table) + readme.substring(end);
    }

    private static String text(TableResults table) {
        Conditions conditions = table.conditions();
        String notes =
                "%s, %d cores, JDK %s, %s, commit %s, the %s run. Nanoseconds an operation. %s %s"
                        .formatted(
                                conditions.processor(),
                                conditions.cores(),
                                conditions.jdk(),
                                conditions.date(),
                                conditions.commit(),
                                table.runLength(),
                                TableSection.ratioLegend(),
                                table.jvmOrder().text());
        return TableSection.publishedSummary(table) + "\n" + Paragraph.of(notes);
    }
}
