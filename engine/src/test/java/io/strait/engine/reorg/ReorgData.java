package io.strait.engine.reorg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Blocks of Ethereum in the order in which nodes had to take them, from its own consensus tests:
 * read in place.
 */
public final class ReorgData {
    private static final Path FILE = Path.of("data", "ethereum-reorg-blocks.tsv");
    private static final int COLUMNS = 7;

    private ReorgData() {}

    /** The scenarios by name; the test is skipped where the data is not at hand. */
    public static Map<String, List<Delivery>> scenarios() {
        Path file = find();
        assumeTrue(file != null, () -> "no data: " + FILE + " is not under -Dstrait.shared");
        Map<String, List<Delivery>> scenarios = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split("\t")).forEach(row -> add(row, scenarios));
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
        return scenarios;
    }

    private static void add(String[] columns, Map<String, List<Delivery>> scenarios) {
        if (columns.length != COLUMNS) {
            throw new AssertionError("a row of " + columns.length + " columns");
        }
        List<Delivery> deliveries =
                scenarios.computeIfAbsent(columns[0], name -> new ArrayList<>());
        Delivery delivery = Delivery.of(columns);
        if (delivery.order() != deliveries.size()) {
            throw new AssertionError("out of order: " + delivery);
        }
        deliveries.add(delivery);
    }

    private static Path find() {
        String shared = System.getProperty("strait.shared");
        Stream<Path> places =
                shared != null
                        ? Stream.of(Path.of(shared))
                        : Stream.of(Path.of("..", "shared"), Path.of("..", "..", "shared"));
        return places.map(place -> place.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
