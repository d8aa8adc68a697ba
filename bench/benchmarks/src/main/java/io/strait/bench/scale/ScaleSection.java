package io.strait.bench.scale;

import io.strait.bench.chart.AxisUnit;
import java.util.stream.Collectors;

/** The results as a section of a Markdown page: a pure function of them. */
public final class ScaleSection {
    private static final String METHOD =
            """
            The tasks have ids such as `task-4711`, a payload of 16 bytes, and one of up to 100 AVSs; all are pending.
            Each JVM fills a store, measures one thing at one size, and checks afterwards that the store still holds as
            many tasks as before. Its time is the %s of its iterations (%d of %d ms, after %d that do not count, %d for
            synchronous writes). %s

            - *Heap per task, all that the store retains*: the live heap after full collections with the store filled,
              minus the same with the store empty, divided by the tasks. It counts the cells, the index, the ordered sets,
              and the `Task` values that the store holds; their part of it is what the same values take, held by an array.
              The middle of what several JVMs measured (%d), with half their range.
            - *getTask*: ids in random order, up to a million different ones, equal to the stored ones but other objects.
            - *deleteTask + saveTask, synchronous*: two round trips, each with the hand-over to the writer thread
              and back, with default options: caller and writer spin for some microseconds before they sleep.
              Whatever else runs on the machine then costs a turn of the operating system.
            - *Batches*: deletions of random tasks and saves of others, in turn, so that the population stands still. One
              thread submits them, and then applies, publishes and acknowledges them as one batch. There is no hand-over
              between threads. A batch of 1 bears the cost of its publication alone, a larger one spreads it.
            """;

    private static final String ONE_JVM =
            "Each time is one JVM's: no error can be told, for another JVM's may differ by more than its\n"
                    + "iterations do among themselves.";

    private static final String SEVERAL_JVMS =
            "Each time is the mean of %d JVMs, with half its 99 %% confidence interval over them.";

    private static final String GROWTH_NOTE =
            """

            In brackets is what a factor can be: from the lower end of its figure over the upper end of the one before to
            the upper end over the lower end. %s stands where a figure or its error is not known, and where an error is as
            large as its figure: noise could then pass for growth as well as for shrinkage.
            """
                    .formatted(ScaleTables.NONE);

    private ScaleSection() {}

    /**
     * The section, without a heading.
     *
     * @param results what was measured
     * @param pictureFolder the path from the page to the charts' folder, empty for the page's own,
     *     or ending in a slash
     * @return Markdown that ends in a line end
     */
    public static String of(ScaleResults results, String pictureFolder) {
        return method(results)
                + "\n"
                + tables(results)
                + "\n"
                + ScaleCharts.pictures(pictureFolder, results);
    }

    /** The tables alone, with what was left out. */
    static String tables(ScaleResults results) {
        String skipped =
                results.skipped().stream()
                        .map(size -> "\n" + skipped(size) + "\n")
                        .collect(Collectors.joining());
        String growth =
                results.sizes().size() < 2
                        ? ""
                        : "\nGrowth from one size to the next, ten times as large:\n\n"
                                + ScaleTables.growth(results)
                                + GROWTH_NOTE;
        return ScaleTables.figures(results) + growth + skipped + failed(results);
    }

    /** Why a size is left out. */
    static String skipped(ScaleSize size) {
        return "Not measured at %s tasks: that needs %,d MiB of memory."
                .formatted(AxisUnit.COUNT.format(size.tasks()), size.neededMb());
    }

    private static String failed(ScaleResults results) {
        return results.failures().stream()
                .map(failure -> "\nNot measured: " + failure + "\n")
                .collect(Collectors.joining());
    }

    /** Whoever reads a quick run's figures is told. */
    private static String run(ScaleLength length) {
        return length.label().equals(ScaleLength.QUICK.label())
                ? "Measured by the **quick** run: one JVM a time, so that errors of times are not known.\n"
                : "Measured by the **" + length.label() + "** run.\n";
    }

    private static String method(ScaleResults results) {
        ScaleLength length = results.length();
        String heaps =
                results.sizes().stream()
                        .map(size -> "%,d MiB".formatted(size.heapMb()))
                        .collect(Collectors.joining(", "));
        return run(length)
                + "\n"
                + METHOD.formatted(
                        results.timeOfJvm(),
                        length.measuredIterations(),
                        length.iterationMs(),
                        length.warmupIterations(),
                        length.writeWarmupIterations(),
                        length.forks() == 1 ? ONE_JVM : SEVERAL_JVMS.formatted(length.forks()),
                        length.heapForks())
                + "\nThe JVMs' heaps (`-Xms` and `-Xmx`), by size: "
                + heaps
                + ". The collector is the JVM's default, but `"
                + HeapMeter.COLLECTOR
                + "` where memory is measured.\n";
    }
}
