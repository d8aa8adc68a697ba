package io.strait.engine.flat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The tasks that came as objects, by their cells. No cell of a task has less than eight units, so
 * an eighth of its number is no other's. The writer stores and forgets them; readers look at those
 * that they were led to, and ask {@link Horizon} afterwards.
 */
final class TypedTasks {
    private static final int CELL_BITS = 3;

    private static final VarHandle ARRAY;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(TypedTask[].class);

    static {
        try {
            ARRAY =
                    MethodHandles.lookup()
                            .findVarHandle(TypedTasks.class, "array", TypedTask[].class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TypedTask[] array = new TypedTask[16];

    /** Stores the object of a cell. Writer thread only; allocates only to grow. */
    void set(int cell, TypedTask task) {
        int index = cell >>> CELL_BITS;
        if (index >= array.length) {
            TypedTask[] grown = Arrays.copyOf(array, Math.max(index + 1, 2 * array.length));
            // Release, paired with get: who sees the array sees what is in it.
            ARRAY.setRelease(this, grown);
        }
        // Release, paired with get: who sees the object sees what is in it.
        ELEMENT.setRelease(array, index, task);
    }

    /** Forgets the object of a cell, if it has one. Writer thread only. */
    void remove(int cell) {
        int index = cell >>> CELL_BITS;
        if (index < array.length && array[index] != null) {
            ELEMENT.setRelease(array, index, null);
        }
    }

    /** The object of a cell, or null: any thread. Of another task for a reader overtaken. */
    TypedTask get(int cell) {
        return get(allAcquire(), cell);
    }

    /** All objects, for many looks: pairs with the release stores above. */
    TypedTask[] allAcquire() {
        return (TypedTask[]) ARRAY.getAcquire(this);
    }

    static TypedTask get(TypedTask[] from, int cell) {
        int index = cell >>> CELL_BITS;
        return index < from.length ? (TypedTask) ELEMENT.getAcquire(from, index) : null;
    }
}
