package io.strait.bench.contestant;

import java.nio.ByteBuffer;
import java.util.Comparator;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Tells an in-memory MVStore how to hold values as they are: they are never serialised. */
final class ReferenceType<T> extends BasicDataType<T> {
    private static final int ASSUMED_BYTES = 64; // counts only for stores with a file

    private final Comparator<? super T> order;

    private ReferenceType(Comparator<? super T> order) {
        this.order = order;
    }

    static <T> ReferenceType<T> ofKeys(Comparator<? super T> order) {
        return new ReferenceType<>(order);
    }

    static <T> ReferenceType<T> ofValues() {
        return new ReferenceType<>(
                (a, b) -> {
                    throw new UnsupportedOperationException("values have no order");
                });
    }

    @Override
    public int compare(T a, T b) {
        return order.compare(a, b);
    }

    @Override
    public int getMemory(T value) {
        return ASSUMED_BYTES;
    }

    @Override
    @SuppressWarnings("unchecked") // only ever read through this type's own variable
    public T[] createStorage(int size) {
        return (T[]) new Object[size];
    }

    @Override
    public void write(WriteBuffer buffer, T value) {
        throw new UnsupportedOperationException("in memory only");
    }

    @Override
    public T read(ByteBuffer buffer) {
        throw new UnsupportedOperationException("in memory only");
    }
}
