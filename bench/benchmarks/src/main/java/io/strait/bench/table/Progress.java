package io.strait.bench.table;

import io.strait.bench.report.Figures;
import java.io.PrintWriter;

/** Tells on the terminal what is being measured, and what came out: a line a JVM. */
final class Progress {
    private final PrintWriter out;
    private final long startNs = System.nanoTime();
    private int jvmCount;
    private int jvmNumber;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void expect(int jvms) {
        jvmCount = jvms;
    }

    /** Fewer are to come: a cell that failed is not measured further. */
    void expectFewer(int jvms) {
        jvmCount -= jvms;
    }

    void begin(String row, String label) {
        jvmNumber++;
        String name = ContestantName.ofLabel(label);
        out.printf("[%3d/%d] %-40s %-27s", jvmNumber, jvmCount, row, name);
        out.flush();
    }

    void end(CellResult ofOneJvm) {
        long elapsedNs = System.nanoTime() - startNs;
        long remainingNs = elapsedNs / jvmNumber * (jvmCount - jvmNumber);
        out.printf(
                "%11s ns/op by one JVM, %8s B/op   %s left%n",
                Figures.of(ofOneJvm.nsPerOp()),
                Figures.of(ofOneJvm.bytesPerOp()),
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
