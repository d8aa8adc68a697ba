package io.strait.bench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Figures, intervals and ratios of skewed data, against numbers computed by hand: quantiles of
 * Student's t are from tables, or were integrated numerically where the degrees of freedom are no
 * whole number. Seen to fail when the arithmetic means' relative errors stand in for the
 * logarithms'.
 */
class TableEstimateTest {
    private static final double T_3 = 5.84091;
    private static final double T_6 = 3.70743;
    private static final double LN_2 = 0.693147;

    private static final Estimate SKEWED = estimate(1, 2, 4, 8);

    @Test
    void shouldTakeAJvmsMedianSoThatAStallDoesNotDecide() {
        Samples samples =
                new Samples(
                        List.of(
                                List.of(9.0, 1_624_945.0, 10.0, 8.0, 11.0),
                                List.of(500.0, 30.0, 20.0, 1.0)));
        assertEquals(List.of(10.0, 25.0), DoubleStream.of(samples.jvmMedians()).boxed().toList());
        assertEquals(Math.sqrt(10 * 25), samples.estimate().figure(), 1e-9);
        assertEquals(1_624_945, samples.slowest());
    }

    @Test
    void shouldTakeTheIntervalOfTheLogarithms() {
        // The logarithms are 0, 1, 2, 3 times ln 2: mean 1.5, variance 5/3, of the mean 5/12.
        double factor = Math.exp(T_3 * Math.sqrt(5.0 / 12) * LN_2);
        Interval interval = SKEWED.interval().orElseThrow();
        assertEquals(Math.pow(2, 1.5), SKEWED.figure(), 1e-9);
        assertEquals(2.828427 / factor, interval.low(), 1e-4);
        assertEquals(2.828427 * factor, interval.high(), 1e-2);
        assertEquals("0.21–38.6", interval.text());
    }

    @Test
    void shouldHaveNoIntervalAndNoVerdictOfOneJvm() {
        Estimate single = new Samples(List.of(List.of(6.0, 7.0, 9.0))).estimate();
        assertEquals(7, single.figure(), 1e-9);
        assertTrue(single.interval().isEmpty());
        Ratio ratio = Ratio.of(single, estimate(700, 701, 702));
        assertTrue(ratio.isOfOneJvm());
        assertFalse(ratio.isDecided());
        assertEquals("0.010 (one JVM)", ratio.text());
        assertNull(Ratio.of(SKEWED, single).interval());
    }

    @Test
    void shouldGiveWelchsIntervalOfTheRatioForEqualVariances() {
        // Both logarithms' means have the variance 5/12 ln² 2: twice the degrees of freedom of
        // each.
        double factor = Math.exp(T_6 * Math.sqrt(5.0 / 6) * LN_2);
        Ratio ratio = Ratio.of(estimate(24, 3, 6, 12), SKEWED);
        assertEquals(3, ratio.value());
        assertEquals(3 / factor, ratio.interval().low(), 1e-4);
        assertEquals(3 * factor, ratio.interval().high(), 1e-2);
    }

    @Test
    void shouldGiveWelchsIntervalOfTheRatioForUnequalVariances() {
        // ln: means 4.97443 and 6.98734, their variances 0.105974 and 0.010815; 3.59956 degrees of
        // freedom, whose quantile is 4.97333.
        Ratio ratio = Ratio.of(estimate(1_000, 1_050, 1_400), estimate(100, 110, 121, 400));
        assertEquals(7.48536, ratio.value(), 1e-4);
        assertEquals(1.36889, ratio.interval().low(), 1e-4);
        assertEquals(40.9314, ratio.interval().high(), 1e-3);
        assertTrue(ratio.isDecided());
    }

    @Test
    void shouldNotWriteOutAnIntervalThatSaysNothing() {
        Ratio ratio = Ratio.of(estimate(2_320, 1_343), estimate(286, 296));
        assertEquals("~ 6.07 (more than ×÷ 100)", ratio.text());
    }

    @Test
    void shouldBeDecidedWhenTheIntervalExcludesOneWhicheverWayItIsTaken() {
        Estimate time = around(100);
        for (double other : new double[] {102, 110, 120, 130, 150, 300}) {
            Ratio ratio = Ratio.of(around(other), time);
            Ratio inverse = Ratio.of(time, around(other));
            assertEquals(ratio.isDecided(), inverse.isDecided(), ratio + " " + inverse);
            assertEquals(1 / ratio.interval().low(), inverse.interval().high(), 1e-3);
        }
        assertFalse(Ratio.of(around(102), time).isDecided());
        assertTrue(Ratio.of(around(300), time).isDecided());
        assertTrue(Ratio.of(estimate(102, 102), estimate(100, 100)).isDecided());
    }

    @Test
    void shouldSurviveJson() throws Exception {
        Samples samples = new Samples(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)));
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(samples, mapper.readValue(mapper.writeValueAsString(samples), Samples.class));
    }

    private static Estimate around(double middle) {
        return estimate(middle * 0.92, middle, middle * 1.08);
    }

    private static Estimate estimate(double... figures) {
        return Estimate.of(figures);
    }
}
