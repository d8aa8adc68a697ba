package io.strait.api;

import io.strait.api.write.Write;

/**
 * A committed change.
 *
 * @param position the write's place in the total order
 * @param timeMs the engine's time at which it was submitted, milliseconds since 1970-01-01 UTC
 * @param write the write
 * @param result what the write returned; null when nothing
 */
public record Change(long position, long timeMs, Write<?> write, Object result) {}
