package io.strait.engine.arena;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Cells: runs of words, known by number, in chunks of cells of one size. A cell takes the place of
 * one that is free before memory grows, and a chunk whose cells are all free is released. Its first
 * words are:
 *
 * <pre>
 *   0   next in a list (32 bits) | kind (8) | tag of its owner (24)
 *   1   born: the first position of the batch that made it
 *   2   died: the first position of the batch that let it go
 * </pre>
 *
 * <p>A chunk begins with the first position of the batch that took it into use, so that whoever
 * looks at a cell of a chunk that was released, and is used for other cells now, finds that out.
 *
 * <p>Accesses are plain but for those that are named otherwise: what is published does not change,
 * with the exceptions that its user documents. A live reader that is too late may see anything, and
 * finds out by {@link Horizon#validate}.
 */
public final class Cells {
    /** No cell: numbers start above it. */
    public static final int NONE = 0;

    /** How many words precede the user's own. */
    public static final int HEADER_WORDS = 3;

    /** How many bits of its header a cell's owner has. */
    public static final int TAG_BITS = 24;

    /** Which word has the position of its birth. */
    public static final int BORN = 1;

    /** Which word has the position of its death. */
    public static final int DIED = 2;

    /** The birth of a cell that is free, and the death of one that lives. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int TAG_SHIFT = Long.SIZE - TAG_BITS;
    private static final int KIND_MASK = (1 << Integer.SIZE - TAG_BITS) - 1;
    private static final int WORDS_PER_UNIT_SHIFT = 2;
    private static final int CHUNK_SHIFT = 11;
    private static final int CHUNK_UNITS = 1 << CHUNK_SHIFT;

    /** The most chunks that numbers of cells can tell apart. */
    static final int MAX_CHUNKS = 1 << Integer.SIZE - 1 - CHUNK_SHIFT;

    private static final int FIRST_CHUNK_CELLS = 4;

    /** Units at the begin of a chunk that are no cell's. */
    private static final int CHUNK_HEADER_UNITS = 1;

    /** Which word of a chunk has the position from which it is used as it is. */
    private static final int USED_FROM = 0;

    /** No cell is smaller, so that a fourth of its unit's number tells it from its neighbours. */
    private static final int MIN_UNITS = 1 << CellObjects.UNITS_SHIFT;

    private static final VarHandle CHUNKS = Fields.handle(MethodHandles.lookup(), "chunks");
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle CHUNK = MethodHandles.arrayElementVarHandle(long[][].class);

    /** In the place of chunks that were released: all cells are free. */
    private static final long[] RELEASED = released();

    /** By chunk number; number 0 has no cells. */
    private long[][] chunks = {RELEASED};

    /** The writer's own reference to the same. */
    private long[][] own = chunks;

    private final CellObjects objects = new CellObjects();
    private final ChunkPool pool = new ChunkPool();
    private ChunkInfo[] infos = {new ChunkInfo(0, 0)};
    private final ChunkInfo[] withRoom = new ChunkInfo[SizeClasses.COUNT];
    private int chunkCount = 1;
    private ChunkInfo releasedChunks;
    private final int maxChunks;
    private int chunksLeft;

    /** No cells yet, and never more chunks than so many. */
    Cells(int maxChunks) {
        this.maxChunks = maxChunks;
        chunksLeft = maxChunks - 1;
    }

    /**
     * How many cells can be taken for sure: each may need a chunk of its own. Writer thread only.
     */
    public int sureCells() {
        return chunksLeft;
    }

    /** How many chunks there may be. */
    public int maxChunks() {
        return maxChunks;
    }

    /** What came as objects. */
    public CellObjects objects() {
        return objects;
    }

    /** A cell of at least so many words, born; allocates only when none is free. */
    int take(int words, int kind, long batch) {
        int units =
                Math.max(
                        MIN_UNITS,
                        words + (1 << WORDS_PER_UNIT_SHIFT) - 1 >>> WORDS_PER_UNIT_SHIFT);
        int sizeClass = SizeClasses.of(units);
        ChunkInfo chunk = withRoom[sizeClass];
        if (chunk == null) {
            chunk = addChunk(sizeClass, batch);
        }
        int cell = chunk.firstFree;
        if (cell != NONE) {
            chunk.firstFree = link(cell);
        } else {
            cell = chunk.number << CHUNK_SHIFT | chunk.carvedUnits;
            chunk.carvedUnits += chunk.cellUnits;
        }
        chunk.live++;
        if (chunk.isFull()) {
            unlink(chunk);
        }
        own[chunk.number][at(cell)] = (long) kind << Integer.SIZE;
        begin(cell, batch);
        return cell;
    }

    /** Makes a cell free that nobody can see. */
    void free(int cell) {
        begin(cell, NEVER);
        wipe(cell);
        objects.remove(cell);
        ChunkInfo chunk = infos[cell >>> CHUNK_SHIFT];
        boolean wasFull = chunk.isFull();
        link(cell, chunk.firstFree);
        chunk.firstFree = cell;
        chunk.live--;
        if (wasFull) {
            link(chunk);
        }
        if (chunk.live == 0 && !isLastWithRoom(chunk)) {
            release(chunk);
        }
    }

    /** Leaves nothing in memory of what was in a cell, which nobody can see. */
    public void wipe(int cell) {
        int at = at(cell);
        Arrays.fill(own[cell >>> CHUNK_SHIFT], at + HEADER_WORDS, at + room(cell), 0);
    }

    /** How many words a cell has. */
    public int room(int cell) {
        return infos[cell >>> CHUNK_SHIFT].cellUnits << WORDS_PER_UNIT_SHIFT;
    }

    /** What a cell is used for. Writer thread only. */
    public int kind(int cell) {
        return kindOf(word(cell, 0));
    }

    /** The same, for any thread; to be validated. */
    public static int kind(long[] chunk, int at) {
        return kindOf(chunk[at]);
    }

    /** What the owner has noted in a cell's header; 0 at first. Writer thread only. */
    public int tag(int cell) {
        return (int) (word(cell, 0) >>> TAG_SHIFT);
    }

    /** The same, for any thread; to be validated. */
    public static int tag(long[] chunk, int at) {
        return (int) (chunk[at] >>> TAG_SHIFT);
    }

    /** Notes a number of {@link #TAG_BITS} bits. Writer thread only. */
    public void tag(int cell, int tag) {
        word(cell, 0, word(cell, 0) & (1L << TAG_SHIFT) - 1 | (long) tag << TAG_SHIFT);
    }

    private static int kindOf(long header) {
        return (int) (header >>> Integer.SIZE) & KIND_MASK;
    }

    int link(int cell) {
        return (int) word(cell, 0);
    }

    void link(int cell, int next) {
        word(cell, 0, word(cell, 0) & 0xFFFF_FFFFL << Integer.SIZE | next);
    }

    long born(int cell) {
        return word(cell, BORN);
    }

    /** Whether one cell was born after another. Writer thread only. */
    public boolean isYounger(int cell, int than) {
        return born(cell) > born(than);
    }

    long died(int cell) {
        return word(cell, DIED);
    }

    void died(int cell, long position) {
        WORD.setOpaque(own[cell >>> CHUNK_SHIFT], at(cell) + DIED, position);
    }

    /**
     * A cell is used anew, or free, from now on. Pairs with {@link #isBornBy} and {@link #isThere}.
     */
    void begin(int cell, long batch) {
        long[] chunk = own[cell >>> CHUNK_SHIFT];
        int at = at(cell);
        WORD.setOpaque(chunk, at + BORN, batch);
        // A thread that sees what is stored next sees that the cell was born anew.
        VarHandle.releaseFence();
        WORD.setOpaque(chunk, at + DIED, NEVER);
    }

    /** Whether a cell has not died. Writer thread only. */
    public static boolean isAlive(long[] chunk, int at) {
        return chunk[at + DIED] == NEVER;
    }

    /** A word, for the writer. */
    public long word(int cell, int index) {
        return own[cell >>> CHUNK_SHIFT][at(cell) + index];
    }

    /** Stores a word. Writer thread only. */
    public void word(int cell, int index, long value) {
        own[cell >>> CHUNK_SHIFT][at(cell) + index] = value;
    }

    /** Stores a word after all that was stored before: pairs with {@link #wordAcquire}. */
    public static void wordRelease(long[] chunk, int index, long value) {
        WORD.setRelease(chunk, index, value);
    }

    /** Copies words into a cell. Writer thread only. */
    public void copyIn(long[] source, int from, int count, int cell, int index) {
        System.arraycopy(source, from, own[cell >>> CHUNK_SHIFT], at(cell) + index, count);
    }

    /** The array that a cell is in, for the writer. */
    public long[] chunk(int cell) {
        return own[cell >>> CHUNK_SHIFT];
    }

    /** Where in its array a cell begins. */
    public static int at(int cell) {
        return (cell & CHUNK_UNITS - 1) << WORDS_PER_UNIT_SHIFT;
    }

    /**
     * The chunks for a reader. Pairs with the release stores in this class: whoever was led to a
     * cell finds its chunk.
     */
    public long[][] chunksAcquire() {
        return (long[][]) CHUNKS.getAcquire(this);
    }

    /** The array that a cell is in. */
    public static long[] chunk(long[][] chunks, int cell) {
        return chunks[cell >>> CHUNK_SHIFT];
    }

    /** Which of the chunks a cell is in. */
    public static int chunkNumber(int cell) {
        return cell >>> CHUNK_SHIFT;
    }

    /** A word that may be stored while it is read: pairs with {@link #wordRelease}. */
    public static long wordAcquire(long[] chunk, int index) {
        return (long) WORD.getAcquire(chunk, index);
    }

    /** Whether a cell was there at a position. Any thread; pairs with {@link #begin}. */
    public static boolean isThere(long[] chunk, int at, long position) {
        return (long) WORD.getAcquire(chunk, at + DIED) > position
                && (long) WORD.getOpaque(chunk, at + BORN) <= position;
    }

    /**
     * Whether a cell is still what it was at a position at which it was there. Any thread, after it
     * has read in this very array; pairs with {@link #begin}, and with the release of chunks.
     */
    public static boolean isBornBy(long[] chunk, int at, long position) {
        VarHandle.acquireFence();
        // Acquire: who takes a birth from what the chunk is used for now sees that it is.
        return (long) WORD.getAcquire(chunk, at + BORN) <= position
                && (long) WORD.getOpaque(chunk, USED_FROM) <= position;
    }

    /**
     * Whether a chunk is used as it was at a position, so that what was just read there, by way of
     * a cell that was known at that position, was a cell's. Any thread; pairs with {@link
     * #addChunk}.
     */
    public static boolean isUsedAsAt(long[] chunk, long position) {
        VarHandle.acquireFence();
        return (long) WORD.getOpaque(chunk, USED_FROM) <= position;
    }

    /** How many words there is memory for. */
    public long capacityWords() {
        long capacity = pool.capacityWords();
        for (int i = 0; i < chunkCount; i++) {
            capacity += own[i] == RELEASED ? 0 : own[i].length;
        }
        return capacity;
    }

    private boolean isLastWithRoom(ChunkInfo chunk) {
        return chunk.next == null && chunk.previous == null;
    }

    private ChunkInfo addChunk(int sizeClass, long batch) {
        int cellUnits = SizeClasses.units(sizeClass);
        int most = Math.max(1, (CHUNK_UNITS - CHUNK_HEADER_UNITS) / cellUnits);
        // Short ones first, for small populations.
        int shortCount = Math.min(most, FIRST_CHUNK_CELLS << Math.min(16, pool.countOf(sizeClass)));
        // Never under a number that was used: who is late there would look beyond its end.
        int cellCount = releasedChunks == null ? shortCount : most;
        int words = CHUNK_HEADER_UNITS + cellCount * cellUnits << WORDS_PER_UNIT_SHIFT;
        boolean isWhole = cellCount == most && words <= CHUNK_UNITS << WORDS_PER_UNIT_SHIFT;
        long[] memory = isWhole ? pool.take() : new long[words];
        if (chunksLeft == 0) {
            throw new IllegalStateException("no more chunks: maxChunks=" + maxChunks);
        }
        ChunkInfo chunk = releasedChunks;
        if (chunk == null) {
            chunk = addInfo();
        } else {
            releasedChunks = chunk.next;
        }
        chunk.begin(sizeClass, cellUnits, cellCount);
        WORD.setOpaque(memory, USED_FROM, batch);
        // Pairs with isUsedAsAt and isBornBy: a thread that sees what is stored next sees that it
        // is used
        // anew.
        VarHandle.releaseFence();
        // Release: see chunksAcquire.
        CHUNK.setRelease(own, chunk.number, memory);
        chunksLeft--;
        objects.begin(chunk.number);
        pool.added(sizeClass);
        link(chunk);
        return chunk;
    }

    private ChunkInfo addInfo() {
        if (chunkCount == own.length) {
            long[][] grown = Arrays.copyOf(own, 2 * chunkCount);
            Arrays.fill(grown, chunkCount, grown.length, RELEASED);
            infos = Arrays.copyOf(infos, 2 * chunkCount);
            objects.grow(grown.length);
            own = grown;
            // Release: see chunksAcquire.
            CHUNKS.setRelease(this, grown);
        }
        ChunkInfo added = new ChunkInfo(chunkCount, 0);
        infos[chunkCount++] = added;
        return added;
    }

    private void release(ChunkInfo chunk) {
        unlink(chunk);
        long[] memory = own[chunk.number];
        // Who is led here from now on finds nothing but free cells.
        CHUNK.setRelease(own, chunk.number, RELEASED);
        objects.release(chunk.number);
        pool.released(chunk.sizeClass, memory, chunkCount);
        chunk.next = releasedChunks;
        releasedChunks = chunk;
        chunksLeft++;
    }

    private void link(ChunkInfo chunk) {
        ChunkInfo first = withRoom[chunk.sizeClass];
        chunk.previous = null;
        chunk.next = first;
        if (first != null) {
            first.previous = chunk;
        }
        withRoom[chunk.sizeClass] = chunk;
    }

    private void unlink(ChunkInfo chunk) {
        if (chunk.previous == null) {
            withRoom[chunk.sizeClass] = chunk.next;
        } else {
            chunk.previous.next = chunk.next;
        }
        if (chunk.next != null) {
            chunk.next.previous = chunk.previous;
        }
        chunk.previous = null;
        chunk.next = null;
    }

    private static long[] released() {
        long[] words = new long[CHUNK_UNITS << WORDS_PER_UNIT_SHIFT];
        Arrays.fill(words, NEVER);
        return words;
    }

    /** What the writer knows of a chunk. */
    private static final class ChunkInfo {
        final int number;
        int sizeClass;
        int cellUnits;
        int firstFree;
        int carvedUnits;
        int endUnits;
        int live;
        ChunkInfo next;
        ChunkInfo previous;

        ChunkInfo(int number, int sizeClass) {
            this.number = number;
            this.sizeClass = sizeClass;
        }

        void begin(int newSizeClass, int units, int cellCount) {
            sizeClass = newSizeClass;
            cellUnits = units;
            firstFree = NONE;
            carvedUnits = CHUNK_HEADER_UNITS;
            endUnits = CHUNK_HEADER_UNITS + units * cellCount;
            live = 0;
            next = null;
            previous = null;
        }

        boolean isFull() {
            return firstFree == NONE && carvedUnits == endUnits;
        }
    }

    /** Whole chunks that were released, for a population that grows again: a few of them. */
    private static final class ChunkPool {
        private static final int SHARE_SHIFT = 6;

        private final int[] counts = new int[SizeClasses.COUNT];
        private long[][] spare = new long[4][];
        private int spareCount;
        private int liveCount;

        int countOf(int sizeClass) {
            return counts[sizeClass];
        }

        void added(int sizeClass) {
            counts[sizeClass]++;
            liveCount++;
        }

        long[] take() {
            if (spareCount == 0) {
                return new long[CHUNK_UNITS << WORDS_PER_UNIT_SHIFT];
            }
            long[] taken = spare[--spareCount];
            spare[spareCount] = null;
            return taken;
        }

        void released(int sizeClass, long[] memory, int chunkCount) {
            counts[sizeClass]--;
            liveCount--;
            int most = 1 + (liveCount >>> SHARE_SHIFT);
            while (spareCount > most) {
                spare[--spareCount] = null;
            }
            if (memory.length == CHUNK_UNITS << WORDS_PER_UNIT_SHIFT && spareCount < most) {
                if (spareCount == spare.length) {
                    spare = Arrays.copyOf(spare, 2 * spareCount);
                }
                spare[spareCount++] = memory;
            }
        }

        long capacityWords() {
            return (long) spareCount * (CHUNK_UNITS << WORDS_PER_UNIT_SHIFT);
        }
    }
}
