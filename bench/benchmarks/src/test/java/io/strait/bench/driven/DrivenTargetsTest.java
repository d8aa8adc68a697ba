package io.strait.bench.driven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.bench.driven.DrivenTargets.Target;
import io.strait.bench.report.Conditions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seen to fail with the least of the JVMs' figures, and with a ratio turned round. */
class DrivenTargetsTest {
    private static final DrivenResults RESULTS =
            new DrivenResults(
                    new Conditions(
                            "driven", "2026-01-02", "abc", "cpu", 2, 1, "os", "17", List.of()),
                    List.of(
                            figure("save-delete", 10_000, 100, 300, 200),
                            figure("save-delete", 1_000_000, 450)));

    @Test
    void shouldSayWhatIsMetAndByHowMuchTheRestIsMissed() {
        assertEquals(
                List.of(
                        "save + delete, by bytes, 10,000",
                        "at most 250 ns",
                        "at most 50.0 ns",
                        "200 ns",
                        "met",
                        "**missed** by 4.00x"),
                new Target("save-delete", 10_000, "", 0, 250, 50).line(RESULTS));
        assertEquals(
                List.of(
                        "save + delete, by bytes, 1,000,000",
                        "at most 2.50x save + delete, by bytes, 10,000",
                        "at most 1.50x save + delete, by bytes, 10,000",
                        "450 ns, 2.25x",
                        "met",
                        "**missed** by 1.50x"),
                new Target("save-delete", 1_000_000, "save-delete", 10_000, 2.5, 1.5)
                        .line(RESULTS));
    }

    @Test
    void shouldSayWhatWasNotMeasured() {
        assertEquals("not measured", new Target("block", 0, "", 0, 1, 1).line(RESULTS).get(3));
    }

    /** Which fails for a row that there is not. */
    @Test
    void shouldBeOfRowsThatThereAre() {
        for (Target target : DrivenTargets.all()) {
            assertEquals("not measured", target.line(new DrivenResults(null, List.of())).get(3));
        }
    }

    private static DrivenFigure figure(String id, int tasks, double... nsByJvm) {
        return new DrivenFigure(id, "title", tasks, Arrays.stream(nsByJvm).boxed().toList());
    }
}
