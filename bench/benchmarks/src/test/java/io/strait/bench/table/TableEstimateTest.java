package io.strait.bench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Means, errors and ratios, against numbers computed by hand from tables of Student's t. */
class TableEstimateTest {
    private static final double T_2 = 9.92484;
    private static final double T_4 = 4.60409;

    @Test
    void shouldTakeTheErrorOverTheMeansOfSeveralJvms() {
        Samples samples =
                new Samples(List.of(List.of(9.0, 11.0), List.of(19.0, 21.0), List.of(30.0, 30.0)));
        Estimate estimate = samples.estimate();
        assertEquals(20, estimate.mean(), 1e-9);
        assertEquals(T_2 * 10 / Math.sqrt(3), estimate.error(), 1e-3);
        assertEquals("3 JVMs", samples.over());
    }

    @Test
    void shouldTakeTheErrorOverTheIterationsOfOneJvm() {
        Samples samples = new Samples(List.of(List.of(8.0, 9.0, 10.0, 11.0, 12.0)));
        Estimate estimate = samples.estimate();
        assertEquals(10, estimate.mean(), 1e-9);
        assertEquals(T_4 * Math.sqrt(2.5 / 5), estimate.error(), 1e-3);
        assertEquals("iterations of one JVM", samples.over());
    }

    @Test
    void shouldNotKnowTheErrorOfASingleFigure() {
        Estimate single = Estimate.of(new double[] {7});
        assertEquals(Double.POSITIVE_INFINITY, single.error());
        assertFalse(Ratio.of(single, around(700, 1)).isDecided());
    }

    @Test
    void shouldGroupSamplesThatWereWrittenAsOneList() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Samples pooled = mapper.readValue("[1.0, 2.0, 3.0, 4.0]", Samples.class);
        Samples grouped = new Samples(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)));
        assertEquals(grouped, pooled.grouped(2));
        assertEquals(pooled, pooled.grouped(1));
        assertEquals(grouped, grouped.grouped(2));
        assertEquals(grouped, mapper.readValue(mapper.writeValueAsString(grouped), Samples.class));
        assertThrows(IllegalArgumentException.class, () -> pooled.grouped(3));
    }

    @Test
    void shouldGiveWelchsIntervalOfTheLogarithms() {
        // Equal relative errors and counts: twice the degrees of freedom of each.
        Ratio ratio = Ratio.of(around(200, 20), around(100, 10));
        double factor = Math.exp(T_4 * Math.sqrt(2 * 0.1 * 0.1 / 3));
        assertEquals(2, ratio.value());
        assertEquals(2 / factor, ratio.low(), 1e-3);
        assertEquals(2 * factor, ratio.high(), 1e-3);
    }

    @Test
    void shouldBeDecidedWhenTheIntervalExcludesOneWhicheverWayItIsTaken() {
        for (double other : new double[] {102, 110, 120, 130, 150, 300}) {
            Ratio ratio = Ratio.of(around(other, 8), around(100, 8));
            Ratio inverse = Ratio.of(around(100, 8), around(other, 8));
            assertEquals(ratio.isDecided(), inverse.isDecided(), ratio + " " + inverse);
        }
        assertFalse(Ratio.of(around(102, 8), around(100, 8)).isDecided());
        assertTrue(Ratio.of(around(300, 8), around(100, 8)).isDecided());
        assertEquals("~ 1.02 (0.76–1.37)", Ratio.of(around(102, 8), around(100, 8)).text());
    }

    /** Of three figures with a mean and a standard deviation. */
    private static Estimate around(double mean, double deviation) {
        return Estimate.of(DoubleStream.of(mean - deviation, mean, mean + deviation).toArray());
    }
}
