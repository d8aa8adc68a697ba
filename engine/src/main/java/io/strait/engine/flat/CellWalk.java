package io.strait.engine.flat;

/**
 * The cells that a walk goes over: those of some position, each looked at where it is. One that the
 * writer has used again since is passed by. Allocates only to grow. For one thread.
 */
public final class CellWalk {
    private final Cells source;
    private int[] cells = new int[64];
    private int count;
    private int next;
    private int cell;
    private long position;
    private long[][] chunks;
    private long[] chunk;
    private int at;

    /** Kept reachable while the walk may need what it captured. */
    private Object captured;

    CellWalk(Cells source) {
        this.source = source;
    }

    /** Goes on to the next cell that is what it was; false when there is none. */
    boolean next() {
        while (next < count) {
            cell = cells[next++];
            chunk = Cells.chunk(chunks, cell);
            at = Cells.at(cell);
            if (isSame()) {
                return true;
            }
        }
        captured = null;
        return false;
    }

    /** Whether the cell still is what it was. To be asked after it was read. */
    boolean isSame() {
        return Cells.isBornBy(chunk, at, position);
    }

    int count() {
        return count;
    }

    int cell() {
        return cell;
    }

    /** The array that the cell is in. */
    long[] chunk() {
        return chunk;
    }

    /** Where in the array the cell begins. */
    int at() {
        return at;
    }

    long position() {
        return position;
    }

    /** Where so many cells can be copied to. */
    int[] room(int cellCount) {
        if (cellCount > cells.length) {
            cells = new int[Math.max(cellCount, 2 * cells.length)];
        }
        return cells;
    }

    /** Stands before the first of the cells that were copied. */
    void begin(int cellCount, long at, Object holder) {
        count = cellCount;
        next = 0;
        position = at;
        captured = holder;
        chunks = source.chunksAcquire();
    }
}
