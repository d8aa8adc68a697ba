package io.strait.engine;

import java.util.concurrent.TimeUnit;

/** The one second within which, by the rule that no call hangs, whoever waits must be released. */
final class Patience {
    static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(1);

    private final long startNs = System.nanoTime();
    private final long lostNs = Hiccups.lostNs();

    /**
     * Whether a second has gone by since this was made, not counting that in which the machine
     * stood still.
     */
    boolean isOver() {
        return spentNs() > LIMIT_NS;
    }

    /** Time since this was made, not counting that in which the machine stood still. */
    long spentNs() {
        return System.nanoTime() - startNs - (Hiccups.lostNs() - lostNs);
    }
}
