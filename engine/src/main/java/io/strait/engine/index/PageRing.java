package io.strait.engine.index;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The pages of a set by their sequence numbers, which only rise. A page that was taken out leaves a
 * gap, until all before it are gone too. The writer changes it, any thread reads; one that has
 * grown is another ring.
 */
final class PageRing {
    private static final VarHandle PAGE = MethodHandles.arrayElementVarHandle(SetPage[].class);
    private static final VarHandle FIRST = Fields.handle(MethodHandles.lookup(), "first");
    private static final VarHandle END = Fields.handle(MethodHandles.lookup(), "end");

    private final SetPage[] pages;
    private long first;
    private long end;

    PageRing(int capacity) {
        pages = new SetPage[capacity];
    }

    private PageRing(PageRing smaller) {
        pages = new SetPage[2 * smaller.pages.length];
        first = smaller.first;
        end = smaller.end;
        for (long s = first; s < end; s++) {
            pages[index(s)] = smaller.get(s);
        }
    }

    long first() {
        return first;
    }

    long end() {
        return end;
    }

    boolean isFull() {
        return end - first == pages.length;
    }

    SetPage last() {
        return end == first ? null : pages[index(end - 1)];
    }

    /** The page of a number, for the writer; null where it was taken out. */
    SetPage get(long sequence) {
        return pages[index(sequence)];
    }

    void add(SetPage page) {
        PAGE.setRelease(pages, index(end), page);
        // Release: see endAcquire.
        END.setRelease(this, end + 1);
    }

    void remove(long sequence) {
        PAGE.setRelease(pages, index(sequence), null);
        long next = first;
        while (next < end && pages[index(next)] == null) {
            next++;
        }
        if (next != first) {
            FIRST.setRelease(this, next);
        }
    }

    PageRing grown() {
        return new PageRing(this);
    }

    /** Pairs with the release store in {@link #remove}; an older value only costs a longer way. */
    long firstOpaque() {
        return (long) FIRST.getOpaque(this);
    }

    /** Pairs with the release store in {@link #add}: who sees the end sees the pages before it. */
    long endAcquire() {
        return (long) END.getAcquire(this);
    }

    /** The page of a number, for a reader; null where it was taken out. */
    SetPage pageAcquire(long sequence) {
        SetPage page = (SetPage) PAGE.getAcquire(pages, index(sequence));
        return page != null && page.sequenceAcquire() == sequence ? page : null;
    }

    private int index(long sequence) {
        return (int) sequence & pages.length - 1;
    }
}
