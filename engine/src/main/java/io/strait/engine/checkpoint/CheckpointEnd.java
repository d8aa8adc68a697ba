package io.strait.engine.checkpoint;

/**
 * What a checkpoint's last sector tells of the others.
 *
 * @param blockCount how many blocks there are
 * @param itemCount how many items
 * @param wordCount how many words of items
 * @param digest of the image
 */
public record CheckpointEnd(long blockCount, long itemCount, long wordCount, long digest) {}
