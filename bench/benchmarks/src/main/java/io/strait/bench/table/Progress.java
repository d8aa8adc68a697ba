package io.strait.bench.table;

import io.strait.bench.report.Figures;
import java.io.PrintWriter;

/** Tells on the terminal what is being measured, and what came out. */
final class Progress {
    private final PrintWriter out;
    private final long startNs = System.nanoTime();
    private int cellCount;
    private int cellNumber;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void expect(int cells) {
        cellCount = cells;
    }

    void begin(String row, String contestant) {
        cellNumber++;
        out.printf("[%3d/%d] %-40s %-24s", cellNumber, cellCount, row, contestant);
        out.flush();
    }

    void end(CellResult cell) {
        long elapsedNs = System.nanoTime() - startNs;
        long remainingNs = elapsedNs / cellNumber * (cellCount - cellNumber);
        out.printf(
                "%11s ns/op ± %-9s over %s, %8s B/op   %s left%n",
                Figures.of(cell.nsPerOp()),
                Figures.of(cell.errorNs()),
                cell.samplesNs().over(),
                Figures.of(cell.bytesPerOp()),
                minutes(remainingNs));
        out.flush();
    }

    void fail(String message) {
        out.println(message);
        out.flush();
    }

    private static String minutes(long ns) {
        long seconds = ns / 1_000_000_000;
        return String.format("%d:%02d", seconds / 60, seconds % 60);
    }
}
