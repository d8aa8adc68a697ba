package io.strait.engine.flat;

/** Cells of what may have come as an object: one that is used again forgets the object. */
final class ObjectCells extends Cells {
    /** As many words as {@link CellObjects} needs to tell two cells apart. */
    private static final int MIN_WORDS = 1 << 2 + CellObjects.CELL_BITS;

    private final CellObjects objects;

    ObjectCells(CellObjects objects) {
        this.objects = objects;
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
        super.free(cell);
    }
}
