package io.strait.engine.flat;

import io.strait.engine.image.Keys;

/**
 * Cells of what may have come as an object, and be found by its id: one that is used again forgets
 * the object, and is in no index.
 */
final class ObjectCells extends Cells {
    /** As many words as {@link CellObjects} needs to tell two cells apart. */
    private static final int MIN_WORDS = 1 << 2 + CellObjects.CELL_BITS;

    final CellIndexes indexes;
    private final CellObjects objects;

    ObjectCells(CellObjects objects, Keys keys) {
        this.objects = objects;
        indexes = new CellIndexes(this, keys);
    }

    @Override
    int take(int words) {
        return super.take(Math.max(words, MIN_WORDS));
    }

    @Override
    void free(int cell) {
        // Before its object goes: a walk that comes by later passes it by.
        begin(cell, Long.MAX_VALUE);
        objects.remove(cell);
        indexes.remove(cell);
        super.free(cell);
    }
}
