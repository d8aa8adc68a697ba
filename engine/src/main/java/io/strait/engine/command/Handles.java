package io.strait.engine.command;

import io.strait.api.error.CapacityExceededException;
import io.strait.api.internal.Require;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for values, so that a slot can name one without a reference. A number once given stays.
 * Not part of the state: the writer turns the number back into the value before it applies.
 */
abstract class Handles<T, H> {
    private static final int INITIAL_CAPACITY = 16;

    private final String name;
    private final String limitName;
    private final int limit;
    private final Map<T, H> handles = new HashMap<>();

    /**
     * The values by number. Written under the monitor of this; a number reaches the writer through
     * a lane, and with it the array that has its value.
     */
    private volatile Object[] values = new Object[INITIAL_CAPACITY];

    Handles(String name, String limitName, int limit) {
        this.name = name;
        this.limitName = limitName;
        this.limit = limit;
    }

    /**
     * The handle of a value. Any thread.
     *
     * @param value the value
     * @return the same handle each time
     */
    public final synchronized H handle(T value) {
        H known = handles.get(Require.notNull(name, value));
        return known == null ? add(value) : known;
    }

    abstract H newHandle(T value, int index);

    /** The value of a number, for any thread that got the number from a handle. */
    @SuppressWarnings("unchecked")
    final T value(int index) {
        return (T) values[index];
    }

    private H add(T value) {
        int index = handles.size();
        if (index == limit) {
            throw new CapacityExceededException(limitName, limit);
        }
        Object[] grown = index < values.length ? values : Arrays.copyOf(values, 2 * index);
        grown[index] = value;
        values = grown;
        H added = newHandle(value, index);
        handles.put(value, added);
        return added;
    }
}
