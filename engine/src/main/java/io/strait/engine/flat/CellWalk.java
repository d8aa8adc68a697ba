package io.strait.engine.flat;

/**
 * The cells that a walk goes over: those of some position, each looked at where it is. One that the
 * writer has used again since is passed by. Allocates only to grow. For one thread.
 */
public final class CellWalk {
    private static final int NO_ROOT = Slot.EMPTY;

    private final Cells source;
    private final Horizon horizon;

    /** Which root the cells were copied from. */
    private int root = NO_ROOT;

    private int[] cells = new int[64];
    private int count;
    private int next;
    private int cell;
    private long position;
    private long[][] chunks;

    /** Kept reachable while the walk may need what it captured. */
    private Object captured;

    CellWalk(FlatMemory memory) {
        source = memory.cells;
        horizon = memory.horizon;
    }

    /** Goes on to the next cell that is what it was; false when there is none. */
    boolean next() {
        while (next < count) {
            cell = cells[next++];
            if (horizon.mayStand(position) || isBornBy()) {
                return true;
            }
        }
        cell = Blocks.NONE;
        captured = null;
        return false;
    }

    /** Is at no cell, until the next {@link #next}. */
    CellWalk atNone() {
        cell = Blocks.NONE;
        return this;
    }

    /** Whether it is at a cell: not before the first, nor after the last. */
    boolean isAtCell() {
        return cell != Blocks.NONE;
    }

    /**
     * Whether the cell still is what it was. To be asked after it was read. As long as the position
     * stands, they all are.
     */
    boolean isSame() {
        return horizon.stands(position) || isBornBy();
    }

    int count() {
        return count;
    }

    int cell() {
        return cell;
    }

    /** The array that the cell is in. */
    long[] chunk() {
        return Cells.chunk(chunks, cell);
    }

    /** Where in the array the cell begins. */
    int at() {
        return Cells.at(cell);
    }

    long position() {
        return position;
    }

    /** Whether the cells are those of a root, copied at this position or before it. */
    boolean isOf(int soughtRoot, long rootBorn) {
        return soughtRoot == root && rootBorn <= position;
    }

    /** Where so many cells can be copied to; there are none before {@link #begin}. */
    int[] room(int cellCount) {
        root = NO_ROOT;
        count = 0;
        next = 0;
        if (cellCount > cells.length) {
            cells = new int[Math.max(cellCount, 2 * cells.length)];
        }
        return cells;
    }

    /** Stands before the first of the cells that were copied. */
    void begin(int copiedRoot, int cellCount, long at, Object holder) {
        root = copiedRoot;
        count = cellCount;
        next = 0;
        position = at;
        captured = holder;
        chunks = source.chunksAcquire();
    }

    private boolean isBornBy() {
        return Cells.isBornBy(chunk(), at(), position);
    }
}
