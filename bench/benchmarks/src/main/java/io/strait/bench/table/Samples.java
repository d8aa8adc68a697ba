package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What was measured of a cell: each iteration's figure, apart for each JVM. Iterations of one JVM
 * share its compilation and its heap's layout, so they are no independent samples of a cell that
 * others measured as well.
 *
 * @param byFork for each JVM, its iterations' figures in their order
 */
record Samples(@JsonValue List<List<Double>> byFork) {
    /** Copies. */
    Samples {
        byFork = byFork.stream().map(List::copyOf).toList();
    }

    /**
     * Reads them, or, as results were written before, one list of all JVMs' one after the other.
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Samples read(JsonNode lists) {
        boolean grouped = !lists.isEmpty() && lists.get(0).isArray();
        List<List<Double>> byFork = new ArrayList<>();
        if (grouped) {
            lists.forEach(fork -> byFork.add(numbers(fork)));
        } else {
            byFork.add(numbers(lists));
        }
        return new Samples(byFork);
    }

    /** The same, apart for each JVM, if they were read from one list. */
    Samples grouped(int forks) {
        if (byFork.size() > 1 || forks < 2) {
            return this;
        }
        List<Double> all = byFork.get(0);
        if (all.size() % forks != 0) {
            throw new IllegalArgumentException(
                    "samples=" + all.size() + " must be a multiple of forks=" + forks);
        }
        int size = all.size() / forks;
        List<List<Double>> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            groups.add(all.subList(from, from + size));
        }
        return new Samples(groups);
    }

    /** The mean and its error: over the JVMs' means if there are several, else over iterations. */
    Estimate estimate() {
        return Estimate.of(hasSeveralForks() ? forkMeans() : toArray(byFork.get(0)));
    }

    /** What {@link #estimate()} is over, to be written behind its error. */
    String over() {
        return hasSeveralForks() ? byFork.size() + " JVMs" : "iterations of one JVM";
    }

    boolean hasSeveralForks() {
        return byFork.size() > 1;
    }

    /** Each JVM's mean. */
    double[] forkMeans() {
        return byFork.stream().mapToDouble(fork -> Estimate.of(toArray(fork)).mean()).toArray();
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asDouble).toList();
    }
}
