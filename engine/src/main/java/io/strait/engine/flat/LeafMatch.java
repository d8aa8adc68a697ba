package io.strait.engine.flat;

/** Tells the one leaf that is looked for from others with its key. */
interface LeafMatch {
    boolean matches(int leaf);
}
