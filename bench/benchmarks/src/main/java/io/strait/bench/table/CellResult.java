package io.strait.bench.table;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.strait.bench.contestant.ContestantKind;
import io.strait.bench.report.Figures;
import io.strait.bench.subject.Floor;

/**
 * What one contestant needs for one operation of a row. What follows from the samples is written
 * for readers of the results' file, and computed anew when it is read.
 *
 * @param contestant its label, or that of a floor
 * @param bytesPerOp bytes allocated by all threads together, an operation
 * @param writerBytesPerOp the share of Strait's writer thread
 * @param ratio how many times as fast as the best rival; null for that rival itself, and in a row
 *     whose best rival is not known
 * @param samplesNs each iteration's figure, by JVM
 */
@JsonPropertyOrder({
    "contestant",
    "nsPerOp",
    "intervalNs",
    "bytesPerOp",
    "writerBytesPerOp",
    "ratio",
    "samplesNs"
})
@JsonIgnoreProperties(
        value = {"nsPerOp", "intervalNs", "ratio"},
        allowGetters = true)
record CellResult(
        String contestant,
        double bytesPerOp,
        double writerBytesPerOp,
        Ratio ratio,
        Samples samplesNs) {

    /**
     * Nanoseconds an operation, elapsed time over the operations of all threads together: the
     * geometric mean of the JVMs' figures.
     */
    @JsonProperty
    double nsPerOp() {
        return Figures.rounded(time().figure());
    }

    /** Where that lies; null when one JVM is all there is. */
    @JsonProperty
    Interval intervalNs() {
        return time().interval().map(Interval::rounded).orElse(null);
    }

    /** Both, not rounded. */
    Estimate time() {
        return samplesNs.estimate();
    }

    /** Whether it is a floor's, and nobody's rival. */
    boolean isFloor() {
        return Floor.labelled(contestant).isPresent();
    }

    /** Whether it is of a form of Strait. */
    boolean isStrait() {
        return !isFloor() && ContestantKind.ofLabel(contestant).isStrait();
    }

    /** The name for readers. */
    String name() {
        return ContestantName.ofLabel(contestant);
    }

    /** The same, compared with the best rival. */
    CellResult comparedWith(CellResult bestRival) {
        boolean itself = contestant.equals(bestRival.contestant());
        return with(itself ? null : Ratio.of(bestRival.time(), time()));
    }

    /** The same, not compared. */
    CellResult notCompared() {
        return with(null);
    }

    /** The same cell with a further JVM's samples; allocation is the mean over all JVMs. */
    CellResult and(CellResult furtherJvm) {
        return new CellResult(
                contestant,
                meanOverJvms(bytesPerOp, furtherJvm.bytesPerOp),
                meanOverJvms(writerBytesPerOp, furtherJvm.writerBytesPerOp),
                null,
                samplesNs.and(furtherJvm.samplesNs));
    }

    private double meanOverJvms(double mean, double furtherJvms) {
        int count = samplesNs.jvmCount();
        return Figures.rounded((mean * count + furtherJvms) / (count + 1));
    }

    private CellResult with(Ratio newRatio) {
        return new CellResult(contestant, bytesPerOp, writerBytesPerOp, newRatio, samplesNs);
    }
}
