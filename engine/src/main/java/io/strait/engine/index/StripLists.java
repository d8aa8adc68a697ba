package io.strait.engine.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.function.Consumer;

/** Puts a list together of the elements of strips, which it shares with other lists. */
final class StripLists {
    private Object[][] strips = new Object[16][];
    private int[] starts = new int[16];
    private int stripCount;
    private int size;

    void add(Object[] elements) {
        if (elements.length == 0) {
            return;
        }
        if (stripCount == strips.length) {
            strips = Arrays.copyOf(strips, 2 * stripCount);
            starts = Arrays.copyOf(starts, 2 * stripCount);
        }
        strips[stripCount] = elements;
        starts[stripCount] = size;
        stripCount++;
        size += elements.length;
    }

    @SuppressWarnings("unchecked")
    <T> List<T> toList() {
        return size == 0
                ? List.of()
                : Collections.unmodifiableList(
                        (List<T>)
                                new Strips(
                                        Arrays.copyOf(strips, stripCount),
                                        Arrays.copyOf(starts, stripCount),
                                        size));
    }

    /** The elements of strips, one strip behind the other. Immutable. */
    private static final class Strips extends AbstractList<Object> implements RandomAccess {
        private final Object[][] strips;
        private final int[] starts;
        private final int size;

        Strips(Object[][] strips, int[] starts, int size) {
            this.strips = strips;
            this.starts = starts;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public Object get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException("index=" + index + " size=" + size);
            }
            // Where all strips before it are full, this is the one.
            int strip = Math.min(index >>> SetPage.STRIP_SHIFT, strips.length - 1);
            if (starts[strip] + strips[strip].length <= index) {
                int found = Arrays.binarySearch(starts, strip, starts.length, index);
                strip = found < 0 ? -found - 2 : found;
            }
            return strips[strip][index - starts[strip]];
        }

        @Override
        public void forEach(Consumer<? super Object> action) {
            for (Object[] strip : strips) {
                for (Object element : strip) {
                    action.accept(element);
                }
            }
        }

        @Override
        public Object[] toArray() {
            Object[] all = new Object[size];
            for (int i = 0; i < strips.length; i++) {
                System.arraycopy(strips[i], 0, all, starts[i], strips[i].length);
            }
            return all;
        }

        @Override
        public Iterator<Object> iterator() {
            return new Iterator<>() {
                private int strip;
                private int next;

                @Override
                public boolean hasNext() {
                    return strip < strips.length;
                }

                @Override
                public Object next() {
                    if (strip >= strips.length) {
                        throw new NoSuchElementException();
                    }
                    Object element = strips[strip][next++];
                    if (next == strips[strip].length) {
                        strip++;
                        next = 0;
                    }
                    return element;
                }
            };
        }
    }
}
