package io.strait.engine.image;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An unmodifiable list of a trie's leaves in key order, each mapped when it is read. Nothing is
 * copied: making one takes constant time and the list lives as long as the root does.
 *
 * <p>Any thread may use it, and none blocks, if the root is published. {@link #get(int)} takes time
 * proportional to the depth and allocates nothing; an iterator takes amortised constant time per
 * element and allocates once; {@link #forEach(Consumer)} is the fastest way through. (What the
 * mapper allocates comes on top.) Every method that would modify the list throws {@link
 * UnsupportedOperationException}, even where it would have nothing to do.
 *
 * @param <S> the type of the leaves
 * @param <T> the type of the elements
 */
public final class TrieList<S, T> extends AbstractList<T> implements RandomAccess {
    private final TrieNode<S> root;
    private final Function<? super S, ? extends T> mapper;

    /**
     * Makes a view.
     *
     * @param root the root of a trie that is no longer edited
     * @param mapper makes an element of a leaf; never returns null, and equal results for one leaf
     */
    public TrieList(TrieNode<S> root, Function<? super S, ? extends T> mapper) {
        this.root = Objects.requireNonNull(root, "root");
        this.mapper = Objects.requireNonNull(mapper, "mapper");
    }

    @Override
    public int size() {
        return root.size;
    }

    @Override
    public T get(int index) {
        return mapper.apply(root.get(index));
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        Objects.requireNonNull(action, "action");
        root.forEach(leaf -> action.accept(mapper.apply(leaf)));
    }

    @Override
    public Iterator<T> iterator() {
        return new Elements<>(root, mapper);
    }

    @Override
    public Spliterator<T> spliterator() {
        return new TrieSpliterator<>(root, mapper, 0, root.size);
    }

    @Override
    public Object[] toArray() {
        return fill(new Object[root.size]);
    }

    @Override
    @SuppressWarnings("unchecked") // an array of the class of T[] has components of type T
    public <E> E[] toArray(E[] array) {
        if (array.length < root.size) {
            return fill((E[]) Array.newInstance(array.getClass().getComponentType(), root.size));
        }
        if (array.length > root.size) {
            array[root.size] = null; // as Collection.toArray promises
        }
        return fill(array);
    }

    @Override
    public boolean addAll(Collection<? extends T> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAll(int index, Collection<? extends T> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(Object element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeIf(Predicate<? super T> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void replaceAll(UnaryOperator<T> operator) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sort(Comparator<? super T> comparator) {
        throw new UnsupportedOperationException();
    }

    /** Serves {@link #clear()} of this list and of its sublists. */
    @Override
    protected void removeRange(int fromIndex, int toIndex) {
        throw new UnsupportedOperationException();
    }

    private <E> E[] fill(E[] array) {
        root.forEach(
                new Consumer<S>() {
                    private int index;

                    @Override
                    @SuppressWarnings("unchecked") // the store checks it, as toArray promises
                    public void accept(S leaf) {
                        array[index++] = (E) mapper.apply(leaf);
                    }
                });
        return array;
    }

    private static final class Elements<S, T> implements Iterator<T> {
        private final TrieCursor<S> cursor;
        private final Function<? super S, ? extends T> mapper;
        private int remaining;

        Elements(TrieNode<S> root, Function<? super S, ? extends T> mapper) {
            this.cursor = new TrieCursor<>(root, 0);
            this.mapper = mapper;
            this.remaining = root.size;
        }

        @Override
        public boolean hasNext() {
            return remaining > 0;
        }

        @Override
        public T next() {
            if (remaining == 0) {
                throw new NoSuchElementException();
            }
            remaining--;
            return mapper.apply(cursor.next());
        }
    }
}
