package io.strait.engine.flat;

import io.strait.api.error.CapacityExceededException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Memory for things of different sizes: blocks in arrays of longs, known by number, in units of 32
 * bytes. Blocks of like size take each other's place. The first words of a block are this class's;
 * the rest is its user's.
 *
 * <p>Accesses are plain but for those that are named otherwise: what is published does not change,
 * with the exceptions that its user documents. A reader that was overtaken may see anything, and
 * finds out by asking {@link Horizon} afterwards.
 */
class Cells extends Blocks {
    /** How many words precede the user's own. */
    static final int HEADER_WORDS = 3;

    private static final int UNIT_BITS = 2;
    private static final int BORN = 1;
    private static final int DIED = 2;
    private static final long ALIVE = Long.MAX_VALUE;
    private static final int INDEX_SHIFT = 56;
    private static final int CLASS_MASK = (1 << INDEX_SHIFT - Integer.SIZE) - 1;
    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_UNITS = 1 << CHUNK_BITS;
    private static final int FIRST_UNITS = 256;
    private static final int MAX_CHUNKS = 1 << Integer.SIZE - 1 - CHUNK_BITS;

    private static final VarHandle CHUNKS;
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    static {
        try {
            CHUNKS = MethodHandles.lookup().findVarHandle(Cells.class, "chunks", long[][].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long[][] chunks = {new long[FIRST_UNITS << UNIT_BITS]};

    /** The writer's own reference to the same. */
    private long[][] own = chunks;

    private final int[] firstFree = new int[SizeClasses.COUNT];
    private int chunkOfRest;
    private int restAt = 1; // number 0 is none
    private int restEnd = FIRST_UNITS;

    Cells() {}

    /** A block of at least so many words; allocates only when there is none to be used again. */
    int take(int words) {
        int units = words + (1 << UNIT_BITS) - 1 >>> UNIT_BITS;
        int sizeClass = SizeClasses.of(units);
        int cell = firstFree[sizeClass];
        if (cell != NONE) {
            firstFree[sizeClass] = link(cell);
            return cell;
        }
        cell = carve(SizeClasses.units(sizeClass));
        word(cell, 0, (long) sizeClass << Integer.SIZE);
        return cell;
    }

    /** How many words a block has. */
    int room(int cell) {
        return SizeClasses.units(sizeClass(cell)) << UNIT_BITS;
    }

    @Override
    void free(int cell) {
        int sizeClass = sizeClass(cell);
        link(cell, firstFree[sizeClass]);
        firstFree[sizeClass] = cell;
    }

    @Override
    long born(int cell) {
        return word(cell, BORN);
    }

    @Override
    void born(int cell, long position) {
        word(cell, BORN, position);
    }

    @Override
    long died(int cell) {
        return word(cell, DIED);
    }

    @Override
    void died(int cell, long position) {
        WORD.setOpaque(own[cell >>> CHUNK_BITS], at(cell) + DIED, position);
    }

    @Override
    int link(int cell) {
        return (int) word(cell, 0);
    }

    @Override
    void link(int cell, int next) {
        word(cell, 0, word(cell, 0) & 0xFFFF_FFFFL << Integer.SIZE | next);
    }

    /**
     * A word, for the writer.
     *
     * @param cell the block
     * @param index which word
     * @return the word
     */
    long word(int cell, int index) {
        return own[cell >>> CHUNK_BITS][at(cell) + index];
    }

    /**
     * Stores a word. Writer thread only.
     *
     * @param cell the block
     * @param index which word
     * @param value the word
     */
    void word(int cell, int index, long value) {
        own[cell >>> CHUNK_BITS][at(cell) + index] = value;
    }

    /**
     * Stores a word so that who sees it sees what was stored before: pairs with {@link
     * #wordAcquire}. Writer thread only.
     *
     * @param cell the block
     * @param index which word
     * @param value the word
     */
    void wordRelease(int cell, int index, long value) {
        WORD.setRelease(own[cell >>> CHUNK_BITS], at(cell) + index, value);
    }

    /**
     * Copies words into a block. Writer thread only.
     *
     * @param source the words are in here
     * @param from index of the first
     * @param count how many
     * @param cell the block
     * @param index which word comes first
     */
    void copyIn(long[] source, int from, int count, int cell, int index) {
        System.arraycopy(source, from, own[cell >>> CHUNK_BITS], at(cell) + index, count);
    }

    /** Copies words from one block to another. Writer thread only. */
    void copy(int from, int index, int count, int to) {
        copyIn(own[from >>> CHUNK_BITS], at(from) + index, count, to, index);
    }

    /**
     * The chunks for a reader. Acquire, paired with the release in {@link #publishChunks}: whoever
     * was led to a block finds its chunk.
     *
     * @return good for what was published when it was loaded
     */
    long[][] chunksAcquire() {
        return (long[][]) CHUNKS.getAcquire(this);
    }

    /**
     * The array that a block is in.
     *
     * @param chunks what {@link #chunksAcquire} returned
     * @param cell the block
     * @return the array; the block begins {@link #at}
     */
    static long[] chunk(long[][] chunks, int cell) {
        return chunks[chunkNumber(cell)];
    }

    /** Which of the arrays a block is in. */
    static int chunkNumber(int cell) {
        return cell >>> CHUNK_BITS;
    }

    /**
     * The array that a block is in, for the writer.
     *
     * @param cell the block
     * @return the array; the block begins {@link #at}
     */
    long[] chunk(int cell) {
        return own[cell >>> CHUNK_BITS];
    }

    /**
     * Where in its array a block begins.
     *
     * @param cell the block
     * @return an index
     */
    static int at(int cell) {
        return (cell & CHUNK_UNITS - 1) << UNIT_BITS;
    }

    /**
     * A word that may be stored while it is read: pairs with {@link #wordRelease}.
     *
     * @param chunk the array that the block is in
     * @param index index in the array
     * @return the word
     */
    static long wordAcquire(long[] chunk, int index) {
        return (long) WORD.getAcquire(chunk, index);
    }

    /**
     * Whether a cell was there at a position. Any thread; true if the position stands afterwards.
     * Pairs with {@link #begin}: what lives anew was not born yet.
     */
    static boolean isThere(long[] chunk, int at, long position) {
        return (long) WORD.getAcquire(chunk, at + DIED) > position
                && (long) WORD.getOpaque(chunk, at + BORN) <= position;
    }

    /** Whether a cell has not died. Writer thread only. */
    boolean isAlive(int cell) {
        return word(cell, DIED) == ALIVE;
    }

    /**
     * Whether a cell is still what it was at a position that led to it. Any thread, after it has
     * read there: pairs with {@link #begin}.
     */
    static boolean isBornBy(long[] chunk, int at, long position) {
        VarHandle.acquireFence();
        return (long) WORD.getOpaque(chunk, at + BORN) <= position;
    }

    /** A cell is used again from now on. Pairs with {@link #isBornBy} and {@link #isThere}. */
    void begin(int cell, long batch) {
        long[] chunk = own[cell >>> CHUNK_BITS];
        int at = at(cell);
        WORD.setOpaque(chunk, at + BORN, batch);
        // Who sees what is stored after it sees that the cell was born anew.
        VarHandle.releaseFence();
        WORD.setOpaque(chunk, at + DIED, ALIVE);
    }

    /** Which index the cell is in: see {@link CellIndexes}. */
    int index(int cell) {
        return (int) (word(cell, 0) >>> INDEX_SHIFT);
    }

    void index(int cell, int index) {
        word(cell, 0, word(cell, 0) & (1L << INDEX_SHIFT) - 1 | (long) index << INDEX_SHIFT);
    }

    /** How many words there is memory for. */
    long capacity() {
        long capacity = 0;
        for (long[] chunk : own) {
            capacity += chunk.length;
        }
        return capacity;
    }

    private int sizeClass(int cell) {
        return (int) (word(cell, 0) >>> Integer.SIZE) & CLASS_MASK;
    }

    private int carve(int units) {
        if (units > CHUNK_UNITS) {
            return addChunk(units);
        }
        while (restAt + units > restEnd) {
            growRest(units);
        }
        int cell = chunkOfRest << CHUNK_BITS | restAt;
        restAt += units;
        return cell;
    }

    /**
     * The first chunk grows until it is a whole one; its old array stays as it is for readers who
     * have it. Then chunk comes after chunk; what is left of the last one is given up.
     */
    private void growRest(int units) {
        if (restEnd < CHUNK_UNITS) {
            restEnd = Math.min(CHUNK_UNITS, Math.max(2 * restEnd, restAt + units));
            long[][] grown = own.clone();
            grown[chunkOfRest] = Arrays.copyOf(own[chunkOfRest], restEnd << UNIT_BITS);
            publishChunks(grown);
        } else {
            chunkOfRest = addChunk(CHUNK_UNITS) >>> CHUNK_BITS;
            restAt = 0;
        }
    }

    /** Adds a chunk of so many units, and returns the number of its first block. */
    private int addChunk(int units) {
        int count = own.length;
        if (count == MAX_CHUNKS) {
            throw new CapacityExceededException("memory chunks", MAX_CHUNKS);
        }
        long[][] grown = Arrays.copyOf(own, count + 1);
        grown[count] = new long[units << UNIT_BITS];
        publishChunks(grown);
        return count << CHUNK_BITS;
    }

    private void publishChunks(long[][] grown) {
        own = grown;
        // Release: see chunksAcquire.
        CHUNKS.setRelease(this, grown);
    }
}
