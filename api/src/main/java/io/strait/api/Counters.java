package io.strait.api;

/**
 * What the engine has been doing, as plain numbers read at one moment; together they are only
 * nearly of the same moment.
 *
 * @param position the position of the last published write
 * @param depth commands in the lane, and slots in those of producers, that the writer has not taken
 *     up, 0 to the capacity of each; an estimate, because they come and go meanwhile
 * @param batches batches published
 * @param refused writes that the state refused
 * @param backPressured writes that found the lane full, or did not get its lock for about 10 ms,
 *     and failed or had to wait
 * @param snapshotAgeNs time since the writer last published, nanoseconds
 * @param changesLost committed changes that the change listener was too slow for
 * @param listenerFailures times that the change listener threw
 */
public record Counters(
        long position,
        long depth,
        long batches,
        long refused,
        long backPressured,
        long snapshotAgeNs,
        long changesLost,
        long listenerFailures) {}
