package io.strait.bench.page;

import io.strait.bench.driven.DrivenResults;
import io.strait.bench.driven.DrivenSection;
import io.strait.bench.driven.DrivenTargets;
import io.strait.bench.idle.IdleResults;
import io.strait.bench.idle.IdleSection;
import io.strait.bench.latency.LatencyCharts;
import io.strait.bench.latency.LatencyResults;
import io.strait.bench.latency.LatencySection;
import io.strait.bench.latency.LatencyTargets;
import io.strait.bench.report.Conditions;
import io.strait.bench.report.Paragraph;
import io.strait.bench.scale.ScaleResults;
import io.strait.bench.scale.ScaleSection;
import io.strait.bench.scale.ScaleTargets;
import io.strait.bench.table.TableCharts;
import io.strait.bench.table.TableLosses;
import io.strait.bench.table.TableResults;
import io.strait.bench.table.TableSection;
import io.strait.bench.table.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The page of results: the template's words with the results' figures. A function of both, so that
 * the page cannot say what was not measured.
 */
final class BenchmarksPage {
    private static final String TEMPLATE = "BENCHMARKS.template.md";
    private static final String PICTURES = "benchmarks/";

    private BenchmarksPage() {}

    static String of(
            TableResults table,
            DrivenResults driven,
            LatencyResults latency,
            ScaleResults scale,
            IdleResults idle) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("table.conditions", conditions(table.conditions()));
        parts.put("table.published", TableSection.published(table));
        parts.put("table.preset", table.preset());
        parts.put("table.run", run(table));
        parts.put("table.summary", TableSection.summary(table));
        parts.put("table.legend", Paragraph.of(TableSection.legend()));
        parts.put("table.cells", TableSection.cells(table));
        parts.put("table.work", TableSection.work(table));
        parts.put("table.targets", Targets.of(table));
        parts.put("driven.targets", DrivenTargets.of(driven));
        parts.put("scale.targets", ScaleTargets.of(scale));
        parts.put("table.earlier", Targets.earlier(table));
        parts.put("latency.targets", LatencyTargets.of(latency));
        parts.put("table.losses", TableLosses.of(table));
        parts.put("table.pictures", TableCharts.pictures(PICTURES));
        parts.put("contestants", TableSection.contestants());
        parts.put("driven", DrivenSection.of(driven));
        parts.put("driven.conditions", conditions(driven.conditions()));
        parts.put("latency.conditions", conditions(latency.conditions()));
        parts.put("latency", LatencySection.of(latency));
        parts.put("latency.pictures", LatencyCharts.pictures(PICTURES, latency));
        parts.put("scale.conditions", conditions(scale.conditions()));
        parts.put("scale", ScaleSection.of(scale, PICTURES));
        parts.put("idle.conditions", conditions(idle.conditions()));
        parts.put("idle", IdleSection.of(idle));
        return fill(template(), parts);
    }

    private static String fill(String template, Map<String, String> parts) {
        String page = template;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String place = "{{" + part.getKey() + "}}";
            if (!page.contains(place)) {
                throw new IllegalStateException("the template has no " + place);
            }
            page = page.replace(place, part.getValue().stripTrailing());
        }
        if (page.contains("{{")) {
            throw new IllegalStateException("a place in the template was not filled: " + page);
        }
        return page;
    }

    /** A quick run is for ranks: whoever reads its figures is told. */
    private static String run(TableResults table) {
        String length = table.runLength();
        String runLength =
                length.equals("quick")
                        ? "Measured by the **quick** run, one JVM a cell: there are no intervals, and"
                                + " the ranks of neighbours may change. "
                        : "Measured by the **" + length + "** run. ";
        return Paragraph.of(runLength + table.jvmOrder().text());
    }

    private static String conditions(Conditions conditions) {
        return """
               - Command: `%s`, at commit `%s`, on %s.
               - Machine: %s, %d cores, %,d MiB of memory; %s.
               - JVM: %s; flags: %s.
               """
                .formatted(
                        conditions.command(),
                        conditions.commit(),
                        conditions.date(),
                        conditions.processor(),
                        conditions.cores(),
                        conditions.memoryMb(),
                        conditions.os(),
                        conditions.jdk(),
                        conditions.jvmFlags().isEmpty()
                                ? "none"
                                : "`" + String.join(" ", conditions.jvmFlags()) + "`");
    }

    private static String template() {
        try (InputStream in = BenchmarksPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
