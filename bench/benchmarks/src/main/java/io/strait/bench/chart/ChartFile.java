package io.strait.bench.chart;

import io.strait.bench.report.ResultsFolder;

/** A chart in a results folder: one file for light pages and one for dark ones. */
public final class ChartFile {
    private ChartFile() {}

    /**
     * Draws a chart into {@code NAME-light.svg} and {@code NAME-dark.svg}.
     *
     * @param folder where to
     * @param name the files' name
     * @param chart what
     */
    public static void write(ResultsFolder folder, String name, Chart chart) {
        for (Theme theme : Theme.values()) {
            folder.writeText(name + theme.fileSuffix(), Svg.of(chart, theme));
        }
    }

    /**
     * HTML, to be put into Markdown, that shows the file for the reader's theme.
     *
     * @param folder the path from the page to the files' folder, empty for the page's own, or
     *     ending in a slash
     * @param name the files' name
     * @param alternative the text for who does not see the picture
     * @return a block that ends in a line end
     */
    public static String picture(String folder, String name, String alternative) {
        return """
                <picture>
                  <source media="(prefers-color-scheme: dark)" srcset="%s">
                  <img alt="%s" src="%s">
                </picture>
                """
                .formatted(
                        escaped(folder + name + Theme.DARK.fileSuffix()),
                        escaped(alternative),
                        escaped(folder + name + Theme.LIGHT.fileSuffix()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
