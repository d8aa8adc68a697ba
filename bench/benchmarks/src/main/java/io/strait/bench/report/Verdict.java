package io.strait.bench.report;

/** Whether a figure is as small as was demanded. */
public final class Verdict {
    private Verdict() {}

    /** Met, or by what factor it was missed. */
    public static String of(double reached, double demanded) {
        return reached <= demanded
                ? "met"
                : "**missed** by " + Figures.of(reached / demanded) + "x";
    }
}
