package io.strait.engine.arena;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Objects beside cells: what came as objects, for typed reads. No cell has less than four units, so
 * a fourth of its unit's number is no other's. The writer stores and forgets them; readers look at
 * those that they were led to, and validate afterwards.
 */
public final class CellObjects {
    /** As many low bits of a unit's number do not count. */
    static final int UNITS_SHIFT = 2;

    private static final int CHUNK_SHIFT = 11;
    private static final int PER_CHUNK = 1 << CHUNK_SHIFT - UNITS_SHIFT;
    private static final VarHandle CHUNKS = Fields.handle(MethodHandles.lookup(), "chunks");
    private static final VarHandle CHUNK = MethodHandles.arrayElementVarHandle(Object[][].class);
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

    /** By chunk number; null where no cell has an object. */
    private Object[][] chunks = new Object[1][];

    CellObjects() {}

    /** Stores the object of a cell. Writer thread only; allocates for a chunk's first. */
    public void set(int cell, Object object) {
        Object[] chunk = chunks[cell >>> CHUNK_SHIFT];
        if (chunk == null) {
            chunk = new Object[PER_CHUNK];
            // Release, pairs with get: a reader that sees the array sees its elements.
            CHUNK.setRelease(chunks, cell >>> CHUNK_SHIFT, chunk);
        }
        // Release, pairs with get: a reader that sees the object sees its fields.
        ELEMENT.setRelease(chunk, index(cell), object);
    }

    /** The object of a cell, or null: any thread. */
    public Object get(int cell) {
        return get(chunksAcquire(), cell);
    }

    /** All objects, for many looks: pairs with the release stores above. */
    public Object[][] chunksAcquire() {
        return (Object[][]) CHUNKS.getAcquire(this);
    }

    /** The object of a cell, or null. */
    public static Object get(Object[][] from, int cell) {
        Object[] chunk = (Object[]) CHUNK.getAcquire(from, cell >>> CHUNK_SHIFT);
        return chunk == null ? null : ELEMENT.getAcquire(chunk, index(cell));
    }

    /** Forgets the object of a cell, if it has one. Writer thread only. */
    public void remove(int cell) {
        Object[] chunk = chunks[cell >>> CHUNK_SHIFT];
        if (chunk != null && chunk[index(cell)] != null) {
            ELEMENT.setRelease(chunk, index(cell), null);
        }
    }

    void grow(int chunkCount) {
        // Release: see chunksAcquire.
        CHUNKS.setRelease(this, Arrays.copyOf(chunks, chunkCount));
    }

    void begin(int chunkNumber) {
        CHUNK.setRelease(chunks, chunkNumber, null);
    }

    void release(int chunkNumber) {
        CHUNK.setRelease(chunks, chunkNumber, null);
    }

    private static int index(int cell) {
        return (cell & (1 << CHUNK_SHIFT) - 1) >>> UNITS_SHIFT;
    }
}
