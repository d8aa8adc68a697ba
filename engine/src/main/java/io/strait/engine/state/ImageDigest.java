package io.strait.engine.state;

import java.io.IOException;

/**
 * A number that an image is known by, made of all its words on their way to somebody else. Two
 * states with the same digest are the same, unless somebody wanted them to look so. For one thread.
 */
public final class ImageDigest implements ImageSink {
    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;
    private static final int ROTATION = 29;

    private final ImageSink next;
    private long hash;
    private long itemCount;
    private long wordCount;

    /** The digest of what is handed on to a sink. */
    public ImageDigest(ImageSink next) {
        this.next = next;
    }

    @Override
    public void item(int kind, long[] words, int at, int count) throws IOException {
        long all = mix(hash, ImageItem.lead(kind, count));
        for (int i = at; i < at + count; i++) {
            all = mix(all, words[i]);
        }
        hash = all;
        itemCount++;
        wordCount += 1 + count;
        next.item(kind, words, at, count);
    }

    /** The digest of the items so far. */
    public long value() {
        long mixed = (hash ^ hash >>> Integer.SIZE) * FACTOR;
        return mixed ^ mixed >>> ROTATION;
    }

    /** How many items there were. */
    public long itemCount() {
        return itemCount;
    }

    /** How many words there were, those included that precede items. */
    public long wordCount() {
        return wordCount;
    }

    private static long mix(long hash, long word) {
        return (Long.rotateLeft(hash, ROTATION) ^ word) * FACTOR;
    }
}
