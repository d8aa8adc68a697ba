package io.strait.engine.index;

import io.strait.engine.access.Fields;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The pages of a set by their sequence numbers, which only rise: the newest in a ring, in which a
 * page that was taken out leaves a gap, and before these the ones left behind, without gaps at
 * first. So there is room for few more pages than there are, however long one of them stays. The
 * writer changes it, any thread reads; one that has been made larger, or has left pages behind, is
 * another object.
 */
final class PageRing {
    /** A smaller ring grows before it leaves pages behind. */
    private static final int MIN_TO_LEAVE = 64;

    private static final VarHandle PAGE = MethodHandles.arrayElementVarHandle(SetPage[].class);
    private static final VarHandle FIRST = Fields.handle(MethodHandles.lookup(), "first");
    private static final VarHandle END = Fields.handle(MethodHandles.lookup(), "end");

    /** The pages that were left behind, in their order, and their numbers. */
    private final SetPage[] behind;

    private final long[] behindSequences;

    /** All pages of this number and above are in the ring. */
    private final long base;

    private final SetPage[] pages;

    /** No page of the ring has a lower number. */
    private long first;

    private long end;

    PageRing(int capacity) {
        pages = new SetPage[capacity];
        behind = new SetPage[0];
        behindSequences = new long[0];
        base = 0;
    }

    /** The pages of another one, of which those below a number are left behind. */
    private PageRing(PageRing from, int capacity, long newBase) {
        pages = new SetPage[capacity];
        base = newBase;
        first = Math.max(from.first, newBase);
        end = from.end;
        SetPage[] left = new SetPage[from.behind.length + from.pages.length];
        int count = 0;
        for (long s = from.begin(); s < end; s = from.after(s)) {
            SetPage page = from.get(s);
            if (s >= newBase) {
                pages[index(s)] = page;
            } else if (page != null) {
                left[count++] = page;
            }
        }
        behind = Arrays.copyOf(left, count);
        behindSequences = Arrays.stream(behind).mapToLong(SetPage::sequence).toArray();
    }

    /** No page has a lower number. Any thread: an older value only costs a longer way. */
    long begin() {
        return behind.length > 0 ? behindSequences[0] : (long) FIRST.getOpaque(this);
    }

    /** The next number that a page may have. Any thread. */
    long after(long sequence) {
        if (sequence + 1 >= base) {
            return Math.max(sequence + 1, (long) FIRST.getOpaque(this));
        }
        int found = Arrays.binarySearch(behindSequences, sequence + 1);
        int next = found < 0 ? -found - 1 : found;
        return next < behind.length
                ? behindSequences[next]
                : Math.max(base, (long) FIRST.getOpaque(this));
    }

    /** The writer's own look at the end. */
    long end() {
        return end;
    }

    boolean isFull() {
        return end - first == pages.length;
    }

    /** How many pages there is room for, gaps included. */
    int capacity() {
        return behind.length + pages.length;
    }

    SetPage last() {
        return end == first ? null : pages[index(end - 1)];
    }

    /** The page of a number, for the writer; null where it was taken out. */
    SetPage get(long sequence) {
        if (sequence >= base) {
            SetPage page = pages[index(sequence)];
            // A page that came later may have the slot of one that was taken out.
            return page != null && page.sequence() == sequence ? page : null;
        }
        int found = Arrays.binarySearch(behindSequences, sequence);
        return found < 0 ? null : behind[found];
    }

    void add(SetPage page) {
        PAGE.setRelease(pages, index(end), page);
        // Release: see endAcquire.
        END.setRelease(this, end + 1);
    }

    void remove(long sequence) {
        if (sequence < base) {
            PAGE.setRelease(behind, Arrays.binarySearch(behindSequences, sequence), null);
            return;
        }
        PAGE.setRelease(pages, index(sequence), null);
        long next = first;
        while (next < end && pages[index(next)] == null) {
            next++;
        }
        if (next != first) {
            // Pairs with begin and after.
            FIRST.setRelease(this, next);
        }
    }

    /** One with room for more: a larger one, or, if most of the ring is gaps, one as large. */
    PageRing withRoom() {
        int gaps = 0;
        for (SetPage page : pages) {
            gaps += page == null ? 1 : 0;
        }
        return pages.length >= MIN_TO_LEAVE && 2 * gaps >= pages.length
                ? new PageRing(this, pages.length, end - pages.length / 2)
                : new PageRing(this, 2 * pages.length, base);
    }

    /**
     * Pairs with the release store in {@link #add}: a thread that sees the end sees the pages
     * before it.
     */
    long endAcquire() {
        return (long) END.getAcquire(this);
    }

    /** The page of a number, for a reader; null where it was taken out. */
    SetPage pageAcquire(long sequence) {
        SetPage page;
        if (sequence >= base) {
            page = (SetPage) PAGE.getAcquire(pages, index(sequence));
        } else {
            int found = Arrays.binarySearch(behindSequences, sequence);
            page = found < 0 ? null : (SetPage) PAGE.getAcquire(behind, found);
        }
        return page != null && page.sequenceAcquire() == sequence ? page : null;
    }

    private int index(long sequence) {
        return (int) sequence & pages.length - 1;
    }
}
