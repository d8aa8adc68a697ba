package io.strait.bench.table;

import java.util.List;

/**
 * What one contestant needs for one operation of a row.
 *
 * @param contestant its label
 * @param nsPerOp nanoseconds an operation: elapsed time over the operations of all threads together
 * @param errorNs half the width of the mean's 99 % confidence interval, nanoseconds
 * @param bytesPerOp bytes allocated by all threads together, an operation
 * @param writerBytesPerOp the share of Strait's writer thread
 * @param ratio how many times as fast as the best rival; null in a row without rivals
 * @param samplesNs each iteration's figure
 */
record CellResult(
        String contestant,
        double nsPerOp,
        double errorNs,
        double bytesPerOp,
        double writerBytesPerOp,
        Ratio ratio,
        List<Double> samplesNs) {

    /** The same, compared with the best rival. */
    CellResult comparedWith(CellResult bestRival) {
        return new CellResult(
                contestant,
                nsPerOp,
                errorNs,
                bytesPerOp,
                writerBytesPerOp,
                Ratio.of(bestRival, this),
                samplesNs);
    }
}
