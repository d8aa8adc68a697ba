package io.strait.bench.subject;

/**
 * What one producer does to the subject: it writes rising numbers and watches them take effect.
 * Used by one thread. A subject whose calls wait and one whose calls do not look the same from
 * here, so that one loop measures both.
 */
public interface Call {
    /**
     * Writes a number. Numbers start at 1 and rise by 1.
     *
     * @param number the next number
     */
    void issue(long number);

    /**
     * The highest number that this producer knows to have taken effect; all below it have too. Less
     * than 1 when none has.
     */
    long visible();

    /** What a reader finds in the subject now. Outside the timing. */
    long stored();
}
