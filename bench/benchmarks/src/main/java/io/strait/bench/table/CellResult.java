package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.strait.bench.report.Figures;

/**
 * What one contestant needs for one operation of a row. What follows from the samples is written
 * for readers of the results' file, and computed anew when it is read.
 *
 * @param contestant its label
 * @param bytesPerOp bytes allocated by all threads together, an operation
 * @param writerBytesPerOp the share of Strait's writer thread
 * @param ratio how many times as fast as the best rival; null for that rival itself, and in a row
 *     whose best rival is not known
 * @param samplesNs each iteration's figure, by JVM
 */
@JsonPropertyOrder({
    "contestant",
    "nsPerOp",
    "errorNs",
    "bytesPerOp",
    "writerBytesPerOp",
    "ratio",
    "samplesNs"
})
@JsonIgnoreProperties(
        value = {"nsPerOp", "errorNs", "ratio"},
        allowGetters = true)
record CellResult(
        String contestant,
        double bytesPerOp,
        double writerBytesPerOp,
        Ratio ratio,
        Samples samplesNs) {

    /** Nanoseconds an operation: elapsed time over the operations of all threads together. */
    @JsonProperty
    double nsPerOp() {
        return Figures.rounded(time().mean());
    }

    /** Half the width of that mean's 99 % confidence interval, nanoseconds. */
    @JsonProperty
    double errorNs() {
        return Figures.rounded(time().error());
    }

    /** Both, not rounded. */
    Estimate time() {
        return samplesNs.estimate();
    }

    /** The same, compared with the best rival. */
    CellResult comparedWith(CellResult bestRival) {
        boolean itself = contestant.equals(bestRival.contestant());
        return with(itself ? null : Ratio.of(bestRival.time(), time()), samplesNs);
    }

    /** The same, not compared. */
    CellResult notCompared() {
        return with(null, samplesNs);
    }

    /** The same, with the samples of each of several JVMs apart. */
    CellResult grouped(int forks) {
        return with(ratio, samplesNs.grouped(forks));
    }

    private CellResult with(Ratio newRatio, Samples newSamples) {
        return new CellResult(contestant, bytesPerOp, writerBytesPerOp, newRatio, newSamples);
    }
}
