package io.strait.engine.flat;

/** The writer's way to cells: makes them, and lets them go. */
final class CellStore extends Reclaimer {
    private final Cells cells;

    CellStore(Cells cells, Epoch epoch, Pins pins, Horizon horizon, int quarantine) {
        super(cells, epoch, pins, horizon, quarantine);
        this.cells = cells;
    }

    /**
     * The cells.
     *
     * @return the same each time
     */
    Cells cells() {
        return cells;
    }

    /**
     * A cell, with nothing in it but what was there. Allocates only when there are more than ever
     * before.
     *
     * @param words how many words it has, its header included
     * @param index the one of {@link CellIndexes} that it is going to be put in
     * @return its number
     */
    int make(int words, int index) {
        int reclaimed = reclaim(epoch.published());
        if (reclaimed != Blocks.NONE) {
            cells.free(reclaimed);
        }
        int cell = cells.take(words);
        cells.index(cell, index);
        cells.begin(cell, epoch.batch());
        return cell;
    }

    @Override
    int listOf(Pin pin) {
        return pin.cells;
    }

    @Override
    void listOf(Pin pin, int first) {
        pin.cells = first;
    }
}
