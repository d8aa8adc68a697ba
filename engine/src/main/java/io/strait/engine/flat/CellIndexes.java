package io.strait.engine.flat;

import io.strait.engine.image.Keys;

/** The indexes by id, one for each kind of what cells hold. A cell says which one it is in. */
final class CellIndexes {
    /** What is found by other ways only. */
    static final int NONE = 0;

    static final int TASKS = 1;
    static final int CONFIGS = 2;
    static final int PERFORMERS = 3;
    static final int PROCESSED_TASKS = 4;

    private final Cells cells;
    private final CellIndex[] all;

    CellIndexes(Cells cells, Keys keys) {
        this.cells = cells;
        all =
                new CellIndex[] {
                    null,
                    new CellIndex(cells, keys, TaskLayout.HASH),
                    new CellIndex(cells, keys, RecordLayout.HASH),
                    new CellIndex(cells, keys, RecordLayout.HASH),
                    new CellIndex(cells, keys, RecordLayout.HASH)
                };
    }

    CellIndex of(int kind) {
        return all[kind];
    }

    /** Takes a cell out that nobody may look for any more. */
    void remove(int cell) {
        int kind = cells.index(cell);
        if (kind != NONE) {
            all[kind].remove(cell);
        }
    }
}
