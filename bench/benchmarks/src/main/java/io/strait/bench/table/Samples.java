package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured of a cell: each iteration's figure, apart for each JVM. Iterations of one JVM
 * share its compilation and its heap's layout, so they are no independent samples: a JVM has one
 * figure, the median of its iterations, so that a stall of the machine in one of them does not
 * decide.
 *
 * @param byJvm for each JVM, its iterations' figures in their order
 */
record Samples(@JsonValue List<List<Double>> byJvm) {
    /** Copies. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Samples {
        byJvm = byJvm.stream().map(List::copyOf).toList();
    }

    /** These and another's, as of further JVMs. */
    Samples and(Samples further) {
        return new Samples(Stream.concat(byJvm.stream(), further.byJvm.stream()).toList());
    }

    /** What the JVMs' figures say together. */
    Estimate estimate() {
        return Estimate.of(jvmMedians());
    }

    int jvmCount() {
        return byJvm.size();
    }

    /** Each JVM's figure. */
    double[] jvmMedians() {
        return byJvm.stream().mapToDouble(Samples::median).toArray();
    }

    /** The least of them. */
    double fastestJvm() {
        return Arrays.stream(jvmMedians()).min().orElseThrow();
    }

    /** The slowest iteration of any JVM: what medians leave out. */
    double slowest() {
        return byJvm.stream()
                .flatMap(Collection::stream)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private static double median(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
