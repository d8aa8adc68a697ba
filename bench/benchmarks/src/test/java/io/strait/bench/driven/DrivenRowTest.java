package io.strait.bench.driven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class DrivenRowTest {
    @Test
    void shouldNameABenchmark() {
        for (DrivenRow row : DrivenRow.all()) {
            assertTrue(
                    Arrays.stream(row.benchmark().getMethods())
                            .filter(method -> method.isAnnotationPresent(Benchmark.class))
                            .anyMatch(method -> method.getName().equals(row.method())),
                    row::toString);
        }
    }

    @Test
    void shouldHaveANameForItsSize() {
        Set<String> names = new HashSet<>();
        for (DrivenRow row : DrivenRow.all()) {
            assertTrue(names.add(row.id() + "-" + row.tasks()), row::toString);
        }
    }

    @Test
    void shouldShowTheMedianOfItsJvms() {
        DrivenFigure figure = new DrivenFigure("id", "title", 1_000, List.of(30.0, 10.0, 11.0));
        assertEquals(
                "11.0 of 10.0 to 30.0",
                figure.median() + " of " + figure.least() + " to " + figure.most());
    }
}
