package io.strait.engine.index;

import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Pin;
import io.strait.engine.arena.PinObserver;

/**
 * Takes out of the supersets of all sets of an arena whoever no reader has to know any more: a
 * strip from which members left waits until so many deaths have passed as a cell waits in
 * quarantine, and longer while a pinned position may need it. Writer thread only; allocates only
 * when more strips wait than ever before, and for pinned positions.
 */
public final class StripSweeper implements PinObserver {
    private static final int FIRST_ROOM = 64;
    private static final int STRIP_BITS = SetPage.PLACE_BITS - SetPage.STRIP_SHIFT;
    private static final int STRIP_MASK = (1 << STRIP_BITS) - 1;

    private final Arena arena;

    /** Strips that wait, as a ring: their pages, their tracks and numbers, and their deaths. */
    private SetPage[] pages = new SetPage[FIRST_ROOM];

    private int[] strips = new int[FIRST_ROOM];
    private long[] deaths = new long[FIRST_ROOM];
    private int oldest;
    private int count;

    /** Nothing waits yet. */
    public StripSweeper(Arena arena) {
        this.arena = arena;
        arena.observe(this);
    }

    /** A strip waits from now on. */
    void add(SetPage page, int track, int strip) {
        add(page, track << STRIP_BITS | strip);
    }

    /** Looks at the strips that have waited longest: two at the most each time. */
    void sweep() {
        for (int i = 0; i < 2 && count > 0 && isDue(deaths[oldest]); i++) {
            SetPage page = pages[oldest];
            int strip = strips[oldest];
            long death = deaths[oldest];
            pages[oldest] = null;
            oldest = oldest + 1 & pages.length - 1;
            count--;
            int at = at(page, strip);
            if (page.death(at) != death) {
                add(page, strip); // somebody else has left since
            } else if (page.droppedAt(at) > arena.published()) {
                add(page, strip); // with this batch, which nobody sees yet
            } else {
                sweep(page, strip, at);
            }
        }
    }

    @Override
    public boolean releaseOne(Pin unreachable) {
        Waiting first = (Waiting) unreachable.kept();
        if (first == null) {
            return false;
        }
        unreachable.keep(first.next);
        int at = at(first.page, first.strip);
        if (isDue(first.page.death(at))) {
            sweep(first.page, first.strip, at);
        } else {
            add(first.page, first.strip); // somebody else has left since
        }
        return true;
    }

    private boolean isDue(long death) {
        return arena.deathCount() - death > arena.quarantine();
    }

    private void sweep(SetPage page, int strip, int at) {
        Pin pin =
                arena.pins().isEmpty()
                        ? null
                        : arena.pins().seeing(page.bornAt, page.droppedAt(at));
        if (pin != null) {
            pin.keep(new Waiting(page, strip, (Waiting) pin.kept()));
            return;
        }
        arena.horizon().raise(page.droppedAt(at));
        page.sweep(strip >>> STRIP_BITS, strip & STRIP_MASK, at);
        page.set.recycle(page);
    }

    private void add(SetPage page, int strip) {
        if (count == pages.length) {
            grow();
        }
        int last = oldest + count & pages.length - 1;
        pages[last] = page;
        strips[last] = strip;
        deaths[last] = page.death(at(page, strip));
        count++;
    }

    private static int at(SetPage page, int strip) {
        return page.at(strip >>> STRIP_BITS, strip & STRIP_MASK);
    }

    private void grow() {
        int size = pages.length;
        SetPage[] morePages = new SetPage[2 * size];
        int[] moreStrips = new int[2 * size];
        long[] moreDeaths = new long[2 * size];
        for (int i = 0; i < size; i++) {
            int from = oldest + i & size - 1;
            morePages[i] = pages[from];
            moreStrips[i] = strips[from];
            moreDeaths[i] = deaths[from];
        }
        pages = morePages;
        strips = moreStrips;
        deaths = moreDeaths;
        oldest = 0;
    }

    /** A strip that waits for a pinned position to go. */
    private static final class Waiting {
        final SetPage page;
        final int strip;
        final Waiting next;

        Waiting(SetPage page, int strip, Waiting next) {
            this.page = page;
            this.strip = strip;
            this.next = next;
        }
    }
}
