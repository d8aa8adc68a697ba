package io.strait.engine.flat;

/**
 * A word of each cell of some kind that is the writer's alone: two links, packed; 0 at first.
 * Writer thread only.
 */
public final class CellLinks {
    private final Cells cells;
    private final int word;

    CellLinks(Cells cells, int word) {
        this.cells = cells;
        this.word = word;
    }

    /**
     * The links of a cell.
     *
     * @param cell the cell
     * @return two ints in one word
     */
    public long get(int cell) {
        return cells.word(cell, word);
    }

    /**
     * Sets the links of a cell.
     *
     * @param cell the cell
     * @param links two ints in one word
     */
    public void set(int cell, long links) {
        cells.word(cell, word, links);
    }
}
