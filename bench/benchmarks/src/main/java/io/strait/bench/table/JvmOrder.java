package io.strait.bench.table;

/** In which order a row's JVMs ran. */
public enum JvmOrder {
    /** One of each contestant, then the next of each. */
    IN_TURN(
            "Within a row the contestants took turns: one JVM of each, then the next of each, so that"
                    + " what changed on the machine meanwhile is in all of their intervals."),

    /** All of a contestant, then all of the next: results that do not say otherwise. */
    BY_CONTESTANT(
            "Within a row all JVMs of a contestant ran one after the other, so that what changed on"
                    + " the machine from one contestant to the next is in no interval.");

    private final String text;

    JvmOrder(String text) {
        this.text = text;
    }

    /** What it means for the reader of an interval. */
    public String text() {
        return text;
    }
}
