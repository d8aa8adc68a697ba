package io.strait.engine.image;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;

/** Traverses the leaves in a range of positions, mapped; splits in halves of equal size. */
final class TrieSpliterator<S, T> implements Spliterator<T> {
    private final TrieNode<S> root;
    private final Function<? super S, ? extends T> mapper;
    private final int end;
    private int index;
    private TrieCursor<S> cursor; // made at the first step, as splitting would waste it

    TrieSpliterator(TrieNode<S> root, Function<? super S, ? extends T> mapper, int index, int end) {
        this.root = root;
        this.mapper = mapper;
        this.index = index;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (index == end) {
            return false;
        }
        T element = mapper.apply(cursor().next());
        index++;
        action.accept(element);
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        if (index == 0 && end == root.size) {
            index = end;
            root.forEach(leaf -> action.accept(mapper.apply(leaf)));
            return;
        }
        while (tryAdvance(action)) {}
    }

    @Override
    public Spliterator<T> trySplit() {
        int middle = index + end >>> 1;
        if (middle == index) {
            return null;
        }
        Spliterator<T> firstHalf = new TrieSpliterator<>(root, mapper, index, middle);
        index = middle;
        cursor = null;
        return firstHalf;
    }

    @Override
    public long estimateSize() {
        return end - index;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | IMMUTABLE | NONNULL;
    }

    private TrieCursor<S> cursor() {
        if (cursor == null) {
            cursor = new TrieCursor<>(root, index);
        }
        return cursor;
    }
}
