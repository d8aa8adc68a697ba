package io.strait.api;

/**
 * How the writer thread waits for work, and callers for outcomes: what is paid in processor time
 * for what is gained in latency. Whoever spins yields now and then, so that threads which outnumber
 * the cores, or virtual threads their carriers, get their turn. Where the JVM has one processor, an
 * engine waits as {@link #LOWEST_CPU} says, whatever is configured: see {@link
 * StateEngine#waitPreset}.
 */
public enum WaitPreset {
    /**
     * Spin. The writer keeps one core fully busy, for ever, and so does every waiting caller while
     * it waits. For machines with a core to spare for each.
     */
    LOWEST_LATENCY,
    /**
     * Spin for some microseconds, then sleep until woken. The default: near the lowest latency
     * while busy, near no processor time while idle.
     */
    BALANCED,
    /** Sleep at once until woken. For machines on which every cycle is wanted elsewhere. */
    LOWEST_CPU
}
