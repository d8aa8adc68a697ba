package io.strait.engine.flat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What came as objects, by cell. No such cell has less than eight units, so an eighth of its number
 * is no other's. The writer stores and forgets them; readers look at those that they were led to,
 * and ask {@link Horizon} afterwards.
 */
final class CellObjects {
    static final int CELL_BITS = 3;

    private static final VarHandle ARRAY;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

    static {
        try {
            ARRAY =
                    MethodHandles.lookup()
                            .findVarHandle(CellObjects.class, "array", Object[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Object[] array = new Object[16];

    /** Stores the object of a cell. Writer thread only; allocates only to grow. */
    void set(int cell, Object object) {
        int index = cell >>> CELL_BITS;
        if (index >= array.length) {
            Object[] grown = Arrays.copyOf(array, Math.max(index + 1, 2 * array.length));
            // Release, paired with get: who sees the array sees what is in it.
            ARRAY.setRelease(this, grown);
        }
        // Release, paired with get: who sees the object sees what is in it.
        ELEMENT.setRelease(array, index, object);
    }

    /** Forgets the object of a cell, if it has one. Writer thread only. */
    void remove(int cell) {
        int index = cell >>> CELL_BITS;
        if (index < array.length && array[index] != null) {
            ELEMENT.setRelease(array, index, null);
        }
    }

    /** The object of a cell, or null: any thread. Of another task for a reader overtaken. */
    Object get(int cell) {
        return get(allAcquire(), cell);
    }

    /** All objects, for many looks: pairs with the release stores above. */
    Object[] allAcquire() {
        return (Object[]) ARRAY.getAcquire(this);
    }

    static Object get(Object[] from, int cell) {
        int index = cell >>> CELL_BITS;
        return index < from.length ? ELEMENT.getAcquire(from, index) : null;
    }
}
