package io.strait.bench.chart;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.report.ResultsFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final double[] TASKS = {1_000, 10_000, 100_000};

    private static final Chart LINES =
            new LineChart(
                    "Growth",
                    Axis.logarithmic("tasks", AxisUnit.COUNT),
                    Axis.logarithmic("time", AxisUnit.NANOSECONDS),
                    List.of(
                            new Series("read", TASKS, new double[] {20, 30, 50}),
                            new Series(
                                    "write",
                                    TASKS,
                                    new double[] {900, 1_000, 1_500},
                                    new double[] {10, 2_000, 0})));

    private static final Chart BARS =
            new BarChart(
                    "Table",
                    Axis.logarithmic("time", AxisUnit.NANOSECONDS),
                    List.of("saveTask", "getTask"),
                    List.of(
                            new Bars("one", new double[] {1_800, 25}),
                            new Bars("other", new double[] {Double.NaN, 30})));

    private static final Chart LINEAR_BARS =
            new BarChart(
                    "Memory",
                    Axis.linear("heap", AxisUnit.BYTES),
                    List.of("1 k", "10 k"),
                    List.of(
                            new Bars("one", new double[] {500, 480}),
                            new Bars("other", new double[] {Double.NaN, 700})));

    @TempDir private Path directory;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shouldDrawTheSameEachTime(Theme theme) {
        assertEquals(Svg.of(LINES, theme), Svg.of(LINES, theme));
        assertEquals(Svg.of(BARS, theme), Svg.of(BARS, theme));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shouldBeAPictureOfFiniteNumbersOnATransparentBackground(Theme theme) throws Exception {
        for (Chart chart : List.of(LINES, BARS, LINEAR_BARS)) {
            String svg = Svg.of(chart, theme);
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
            assertEquals(List.of("0"), opacitiesOfTheWhole(root(svg)));
        }
    }

    @Test
    void shouldDrawASinglePoint() {
        double[] one = {1_000};
        Chart chart =
                new LineChart(
                        "One",
                        Axis.logarithmic("tasks", AxisUnit.COUNT),
                        Axis.linear("heap", AxisUnit.BYTES),
                        List.of(new Series("heap", one, new double[] {500})));
        assertFalse(Svg.of(chart, Theme.LIGHT).contains("NaN"));
    }

    @Test
    void shouldWriteBothThemes() throws IOException {
        ChartFile.write(ResultsFolder.at(directory), "growth", LINES);
        String light = Files.readString(directory.resolve("growth-light.svg"));
        String dark = Files.readString(directory.resolve("growth-dark.svg"));
        assertNotEquals(light, dark);
        assertTrue(light.contains("rgb(31,35,40)") && dark.contains("rgb(230,237,243)"));
    }

    @Test
    void shouldChooseThePictureByTheReadersTheme() {
        assertEquals(
                """
                <picture>
                  <source media="(prefers-color-scheme: dark)" srcset="charts/growth-dark.svg">
                  <img alt="&quot;1 &lt; 2&quot;" src="charts/growth-light.svg">
                </picture>
                """,
                ChartFile.picture("charts/", "growth", "\"1 < 2\""));
    }

    @Test
    void shouldRejectWhatCannotBeDrawn() {
        Series series = new Series("read", TASKS, TASKS);
        Axis axis = Axis.linear("tasks", AxisUnit.COUNT);
        assertAll(
                () ->
                        assertThrows(
                                IllegalArgumentException.class,
                                () -> new Series("read", TASKS, new double[2])),
                () ->
                        assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        new LineChart(
                                                "One too many",
                                                axis,
                                                axis,
                                                Collections.nCopies(
                                                        Theme.SERIES_COUNT + 1, series))),
                () ->
                        assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        new BarChart(
                                                "Short",
                                                axis,
                                                List.of("a", "b"),
                                                List.of(new Bars("one", new double[1])))));
    }

    @Test
    void shouldNotSeeLaterChangesOfItsArrays() {
        double[] y = {1, 2, 3};
        Series series = new Series("read", TASKS, y);
        y[0] = 7;
        series.y()[1] = 7;
        assertEquals(List.of(1.0, 2.0), List.of(series.y()[0], series.y()[1]));
    }

    /** How opaque the rectangles are that cover all of the picture. */
    private static List<String> opacitiesOfTheWhole(Element root) {
        NodeList rectangles = root.getElementsByTagName("rect");
        return IntStream.range(0, rectangles.getLength())
                .mapToObj(i -> (Element) rectangles.item(i))
                .filter(
                        each ->
                                root.getAttribute("width")
                                        .equals(each.getAttribute("width") + "px"))
                .map(
                        each ->
                                each.getAttribute("style")
                                        .replaceAll(".*fill-opacity:([^;]+);.*", "$1"))
                .toList();
    }

    private static Element root(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        InputSource source = new InputSource(new StringReader(svg));
        return factory.newDocumentBuilder().parse(source).getDocumentElement();
    }
}
