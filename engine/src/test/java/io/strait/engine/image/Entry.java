package io.strait.engine.image;

/** A leaf for the tests: two entries with the same key and name are still two leaves. */
final class Entry {
    static final LeafKey<Entry> KEY = entry -> entry.key;

    final long key;
    final String name;

    Entry(long key, String name) {
        this.key = key;
        this.name = name;
    }

    Entry(long key) {
        this(key, "");
    }

    @Override
    public String toString() {
        return Long.toHexString(key) + name;
    }
}
