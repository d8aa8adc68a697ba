package io.strait.engine.bytes;

/** Something that knows how many words it has before it puts them where they belong. */
public interface WordSource {
    /** How many words it has; throws when it is not complete. */
    int wordCount();

    /** Puts its words at an index, as many as it has; returns where they end. */
    int putTo(long[] target, int at);
}
