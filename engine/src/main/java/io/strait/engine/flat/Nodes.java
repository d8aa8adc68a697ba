package io.strait.engine.flat;

import io.strait.api.error.CapacityExceededException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Memory for the nodes of tries: blocks of equal size in arrays of ints, known by their number. One
 * cache line holds what the writer needs to know of a node, two more its slots. The writer makes
 * and frees nodes; readers look at those that they were led to by something published.
 *
 * <p>Accesses are plain: a node changes only while no published root leads to it. A reader that was
 * overtaken may see anything, and finds out by asking {@link Horizon} afterwards.
 */
final class Nodes extends Blocks {
    static final int BITS = 5;
    static final int BRANCHES = 1 << BITS;

    private static final int NODE_INTS = 48;
    private static final int BITMAP = 0;
    private static final int SIZE = 1;
    private static final int LINK = 2;
    private static final int BORN = 4;
    private static final int DIED = 6;
    private static final int PREFIX = 8;
    private static final int TAG = 10;
    private static final int SLOTS = 16;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK_NODES = 1 << CHUNK_BITS;
    private static final int FIRST_NODES = 64;
    private static final int MAX_CHUNKS = 1 << 27 - CHUNK_BITS;

    /**
     * An array's first int lies 16 bytes behind its begin. With these before the first node, nodes
     * begin with a cache line wherever arrays do, as large ones of the default collector do.
     */
    private static final int LEAD = 12;

    private static final VarHandle CHUNKS;

    static {
        try {
            CHUNKS = MethodHandles.lookup().findVarHandle(Nodes.class, "chunks", int[][].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private int[][] chunks = {new int[LEAD + FIRST_NODES * NODE_INTS]};

    /** The writer's own reference to the same. */
    private int[][] own = chunks;

    private int firstFree = NONE;
    private int neverUsed = 1;
    private int capacity = FIRST_NODES;

    /** How many nodes there is memory for. */
    int capacity() {
        return capacity;
    }

    /** A node that nobody uses, with nothing in it but what was there. Allocates only to grow. */
    int take() {
        int node = firstFree;
        if (node != NONE) {
            firstFree = link(node);
            return node;
        }
        if (neverUsed == capacity) {
            grow();
        }
        return neverUsed++;
    }

    @Override
    void free(int node) {
        link(node, firstFree);
        firstFree = node;
    }

    /** Copies all that readers look at, but for when it was born. */
    void copy(int from, int to) {
        int[] source = chunk(from);
        int[] target = chunk(to);
        int start = base(from);
        int end = base(to);
        target[end + BITMAP] = source[start + BITMAP];
        target[end + SIZE] = source[start + SIZE];
        System.arraycopy(source, start + PREFIX, target, end + PREFIX, TAG + 2 - PREFIX);
        System.arraycopy(source, start + SLOTS, target, end + SLOTS, BRANCHES);
    }

    /** Makes a node empty. */
    void clear(int node, long prefix) {
        int[] chunk = chunk(node);
        int at = base(node);
        chunk[at + BITMAP] = 0;
        chunk[at + SIZE] = 0;
        setLong(chunk, at + PREFIX, prefix);
        Arrays.fill(chunk, at + SLOTS, at + SLOTS + BRANCHES, Slot.EMPTY);
    }

    int slot(int node, int digit) {
        return chunk(node)[base(node) + SLOTS + digit];
    }

    /** Stores a slot and keeps the bitmap in step. */
    void slot(int node, int digit, int slot) {
        int[] chunk = chunk(node);
        int at = base(node);
        chunk[at + SLOTS + digit] = slot;
        int bit = 1 << digit;
        int bitmap = chunk[at + BITMAP];
        chunk[at + BITMAP] = slot == Slot.EMPTY ? bitmap & ~bit : bitmap | bit;
    }

    /** Which digits have a slot that is not empty. */
    int bitmap(int node) {
        return chunk(node)[base(node) + BITMAP];
    }

    /** How many leaves are below a root, or a node of twins; other nodes do not know. */
    int size(int node) {
        return chunk(node)[base(node) + SIZE];
    }

    void size(int node, int size) {
        chunk(node)[base(node) + SIZE] = size;
    }

    void addSize(int node, int delta) {
        chunk(node)[base(node) + SIZE] += delta;
    }

    /** The key's digits above the node's own; for a node of twins the whole key. */
    long prefix(int node) {
        return getLong(chunk(node), base(node) + PREFIX);
    }

    /** A number that its maker gave it, which copies keep. */
    long tag(int node) {
        return getLong(chunk(node), base(node) + TAG);
    }

    void tag(int node, long tag) {
        setLong(chunk(node), base(node) + TAG, tag);
    }

    @Override
    long born(int node) {
        return getLong(chunk(node), base(node) + BORN);
    }

    @Override
    void born(int node, long position) {
        setLong(chunk(node), base(node) + BORN, position);
    }

    @Override
    long died(int node) {
        return getLong(chunk(node), base(node) + DIED);
    }

    @Override
    void died(int node, long position) {
        setLong(chunk(node), base(node) + DIED, position);
    }

    @Override
    int link(int node) {
        return chunk(node)[base(node) + LINK];
    }

    @Override
    void link(int node, int next) {
        chunk(node)[base(node) + LINK] = next;
    }

    /**
     * The chunks for a reader. Acquire, paired with the release in {@link #grow}: whoever was led
     * to a node finds its chunk.
     */
    int[][] chunksAcquire() {
        return (int[][]) CHUNKS.getAcquire(this);
    }

    static int slot(int[][] chunks, int node, int digit) {
        return chunks[node >>> CHUNK_BITS][base(node) + SLOTS + digit];
    }

    /** The array that a node is in; its slots begin {@link #slotsAt}. */
    static int[] chunk(int[][] chunks, int node) {
        return chunks[node >>> CHUNK_BITS];
    }

    static int slotsAt(int node) {
        return base(node) + SLOTS;
    }

    static int bitmap(int[][] chunks, int node) {
        return chunks[node >>> CHUNK_BITS][base(node) + BITMAP];
    }

    static long born(int[][] chunks, int node) {
        return getLong(chunks[node >>> CHUNK_BITS], base(node) + BORN);
    }

    static int size(int[][] chunks, int node) {
        return chunks[node >>> CHUNK_BITS][base(node) + SIZE];
    }

    private int[] chunk(int node) {
        return own[node >>> CHUNK_BITS];
    }

    private static int base(int node) {
        return LEAD + (node & CHUNK_NODES - 1) * NODE_INTS;
    }

    /**
     * The first chunk grows until it is a whole one; its old array stays as it is for readers who
     * have it. Then chunk comes after chunk.
     */
    private void grow() {
        int[][] grown;
        if (capacity < CHUNK_NODES) {
            capacity *= 2;
            grown = new int[][] {Arrays.copyOf(own[0], LEAD + capacity * NODE_INTS)};
        } else {
            int count = own.length;
            if (count == MAX_CHUNKS) {
                throw new CapacityExceededException("trie nodes", capacity);
            }
            capacity += CHUNK_NODES;
            grown = Arrays.copyOf(own, count + 1);
            grown[count] = new int[LEAD + CHUNK_NODES * NODE_INTS];
        }
        own = grown;
        // Release: see chunksAcquire.
        CHUNKS.setRelease(this, grown);
    }

    private static long getLong(int[] ints, int at) {
        return ints[at] & 0xFFFF_FFFFL | (long) ints[at + 1] << 32;
    }

    private static void setLong(int[] ints, int at, long value) {
        ints[at] = (int) value;
        ints[at + 1] = (int) (value >>> 32);
    }
}
