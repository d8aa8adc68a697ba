package io.strait.engine.state;

/** The key that a cell has, as a key to look for another version of it. */
record CellKey(long[] chunk, int at) {}
