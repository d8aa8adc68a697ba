package io.strait.engine.index;

import io.strait.engine.access.Fields;
import io.strait.engine.arena.Arena;
import io.strait.engine.arena.Cells;
import io.strait.engine.index.SetPage.StripList;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/**
 * Cells in an order that only rises, changed in place, and read as of any position that is pinned
 * or not long past. Each cell has a place; whoever is a member of a <i>track</i>, such as the
 * pending tasks, has a bit there. Places lie in strips of 64, these in pages ({@link SetPage}). A
 * change costs a few stores, whatever the batch and however many members there are.
 *
 * <p>A reader at a position that finds a strip changed at that position or before it, takes the
 * exact bits, and finds the strip unchanged after that, has the members. Otherwise it takes the
 * superset, and asks {@link Versions} of each place. A bit leaves the superset when so many deaths
 * have passed as a cell waits in quarantine, and no pinned position needs it.
 *
 * <p>A page whose places have all been given out and left is taken out and used again.
 */
public final class OrderedSet {
    /** A lower bound for each strip, of a number that a member never changes. */
    public static final int ANY_THREADS_BOUND = 0;

    /** The same, of a number that members of one track have for as long as they are on it. */
    public static final int WRITERS_BOUND = 1;

    static final int BOUNDS = 2;

    private static final int FIRST_PAGES = 4;
    private static final int MAX_SPARE = 8;
    private static final int PLACE_MASK = SetPage.MAX_PLACES - 1;

    /** When a strip was changed whose members were resolved. Above every position. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    private static final VarHandle RING = Fields.handle(MethodHandles.lookup(), "ring");
    private static final VarHandle CHANGED_AT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle LIST = MethodHandles.arrayElementVarHandle(MadeList[].class);

    private final Arena arena;
    private final StripSweeper sweeper;
    private final Versions versions;
    private final int tracks;
    private final int[] counts;

    /** For each track, the first position of the batch that last changed it. */
    private final long[] changedAt;

    /**
     * For each kind of list, the one that was made last. Each track has a kind of its own number;
     * the first ones have a second kind, behind those.
     */
    private final MadeList[] made;

    /** For each track, a page before which nobody is a member. */
    private final long[] firsts;

    private PageRing ring = new PageRing(FIRST_PAGES);
    private final SetPage[] spare = new SetPage[MAX_SPARE];
    private int spareCount;
    private int taken;

    /**
     * An empty set.
     *
     * @param sweeper shared by all sets of an arena
     * @param secondKinds how many of the tracks, the first ones, have a second kind of list
     */
    public OrderedSet(
            Arena arena, StripSweeper sweeper, int tracks, int secondKinds, Versions versions) {
        this.arena = arena;
        this.sweeper = sweeper;
        this.versions = versions;
        this.tracks = tracks;
        counts = new int[tracks];
        changedAt = new long[tracks];
        made = new MadeList[tracks + secondKinds];
        firsts = new long[tracks];
    }

    /** How many members a track has now. Writer thread only. */
    public int count(int track) {
        return counts[track];
    }

    /** How many places are taken. Writer thread only. */
    public int taken() {
        return taken;
    }

    /** Gives a cell the next place; it is a member of no track yet. Writer thread only. */
    public long append(int cell) {
        SetPage page = ring.last();
        if (page == null || page.isFull()) {
            page = addPage();
        }
        taken++;
        return page.append(cell);
    }

    /** The same, with a number by which {@link #addAbove} passes by whole strips. */
    public long append(int cell, long number) {
        long place = append(cell);
        ring.last().raiseHighest(number);
        return place;
    }

    /** Makes whoever stands in a place a member of a track. Writer thread only. */
    public void enter(int track, long place) {
        SetPage page = page(place);
        int strip = strip(place);
        int at = page.at(track, strip);
        change(page, track, strip, at);
        page.enter(track, strip, at, bit(place));
        counts[track]++;
        firsts[track] = Math.min(firsts[track], page.sequence());
    }

    /** Makes whoever stands in a place a member of a track no more. Writer thread only. */
    public void leave(int track, long place) {
        leave(page(place), track, place);
        sweeper.sweep();
    }

    /** Takes away the place of a member of a track, which has left all others. */
    public void remove(int track, long place) {
        SetPage page = page(place);
        leave(page, track, place);
        release(page, place);
        sweeper.sweep();
    }

    private void leave(SetPage page, int track, long place) {
        int strip = strip(place);
        int at = page.at(track, strip);
        change(page, track, strip, at);
        if (page.leave(track, strip, at, bit(place), arena.batch(), arena.countDeath())) {
            sweeper.add(page, track, strip);
        }
        counts[track]--;
    }

    /** Another cell stands in a place from now on, instead of one that is let go. */
    public void replace(long place, int cell) {
        SetPage page = page(place);
        int strip = strip(place);
        for (int track = 0; track < tracks; track++) {
            int at = page.at(track, strip);
            if ((page.exact(at) & bit(place)) != 0) {
                change(page, track, strip, at);
            }
        }
        page.moveRelease(index(place), cell);
    }

    /**
     * A cell that may stand in a place becomes free: an older version of the same, which a pinned
     * position needs, or the published one, stands there from now on, or nothing. Writer thread
     * only.
     */
    public void forward(long place, int free, int older) {
        SetPage page = ring.get(place >>> SetPage.PLACE_BITS);
        if (page != null && page.cell(index(place)) == free) {
            page.moveRelease(index(place), older);
            // Pairs with the fence in versionAt: a reader of what the cell is used for next sees
            // this.
            VarHandle.releaseFence();
        }
    }

    /** The content of whoever stands in a place has changed. Writer thread only. */
    public void touch(int track, long place) {
        SetPage page = page(place);
        int strip = strip(place);
        change(page, track, strip, page.at(track, strip));
    }

    /** Takes away the place of whoever has left all tracks. */
    public void release(long place) {
        release(page(place), place);
    }

    private void release(SetPage page, long place) {
        page.release(index(place));
        taken--;
        recycle(page);
    }

    /**
     * Lowers a strip's bound to the number of a member: before it enters a track for the first
     * time, or for {@link #WRITERS_BOUND} at any time. Writer thread only.
     */
    public void lower(int bound, long place, long number) {
        SetPage page = page(place);
        if (number < page.lowestOpaque(bound, strip(place))) {
            page.lowestOpaque(bound, strip(place), number);
        }
        if (bound == WRITERS_BOUND) {
            page.writersLowest(Math.min(number, page.writersLowest()));
        }
    }

    /** The first member of a track now, or {@link Cells#NONE}. Writer thread only. */
    public int first(int track) {
        if (counts[track] == 0) {
            return Cells.NONE;
        }
        long sequence = Math.max(firsts[track], ring.begin());
        while (true) {
            SetPage page = ring.get(sequence);
            int found = page == null ? -1 : firstIndex(page, track);
            if (found >= 0) {
                firsts[track] = sequence;
                return page.cell(found);
            }
            sequence = ring.after(sequence);
        }
    }

    /**
     * The first member of a track now whose number, by {@link #WRITERS_BOUND}, is below one; or
     * {@link Cells#NONE}. Looks at no page, and in it at no strip, that has no such members by its
     * bound, and learns the bounds of those that it has looked at in vain. Writer thread only.
     */
    public int firstBelow(int track, long number, CellList.Order numbers) {
        int found = first(track);
        if (found == Cells.NONE || numbers.numberOf(found) < number) {
            return found;
        }
        for (long s = firsts[track]; s < ring.end(); s = ring.after(s)) {
            SetPage page = ring.get(s);
            if (page != null && page.writersLowest() < number) {
                found = firstBelow(page, track, number, numbers);
                if (found != Cells.NONE) {
                    return found;
                }
            }
        }
        return Cells.NONE;
    }

    /** Adds the members of a track now to a list, in their order. Writer thread only. */
    public void addMembers(int track, CellList target) {
        for (long s = ring.begin(); s < ring.end(); s = ring.after(s)) {
            SetPage page = ring.get(s);
            if (page != null) {
                addMembers(page, track, target);
            }
        }
    }

    /**
     * Adds the members of a track now whose number is below one, the first so many of them in their
     * order, to an empty list. Looks only at strips that may have such members, and learns how low
     * these are. Writer thread only.
     */
    public void addBelow(
            int track, long number, CellList.Order numbers, int most, CellList target) {
        for (long s = ring.begin(); s < ring.end() && target.count() < most; s = ring.after(s)) {
            SetPage page = ring.get(s);
            for (int rest = page == null ? 0 : page.summaryAcquire(track);
                    rest != 0 && target.count() < most;
                    rest &= rest - 1) {
                int strip = Integer.numberOfTrailingZeros(rest);
                if (page.lowestOpaque(WRITERS_BOUND, strip) < number) {
                    addBelow(page, track, strip, number, numbers, target);
                }
            }
        }
        target.truncate(Math.min(target.count(), most));
    }

    /**
     * Adds at least the cells of all places whose number is above a number, in their order. Writer
     * thread only.
     */
    public void addAbove(long number, CellList target) {
        for (long s = ring.begin(); s < ring.end(); s = ring.after(s)) {
            SetPage page = ring.get(s);
            for (int strip = 0; page != null && strip < page.stripCount(); strip++) {
                if (page.highest(strip) > number) {
                    for (long rest = page.takenBits(strip); rest != 0; rest &= rest - 1) {
                        int bit = Long.numberOfTrailingZeros(rest);
                        target.add(page.cell(strip << SetPage.STRIP_SHIFT | bit));
                    }
                }
            }
        }
    }

    /**
     * When a track was last changed: if that is at a position or before it, the members at that
     * position are those of every later one up to the next change. Any thread. Pairs with the store
     * in {@link #change}.
     */
    public long changedAtAcquire(int track) {
        return (long) CHANGED_AT.getAcquire(changedAt, track);
    }

    /** How many members a track has at a position. Any thread; to be validated. */
    public int countAt(int track, long position) {
        PageRing pages = ringAcquire();
        long end = pages.endAcquire();
        int count = 0;
        for (long s = pages.begin(); s < end; s = pages.after(s)) {
            SetPage page = pages.pageAcquire(s);
            if (page != null) {
                for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
                    count +=
                            Long.bitCount(
                                    members(
                                            page,
                                            s,
                                            track,
                                            Integer.numberOfTrailingZeros(rest),
                                            position));
                }
            }
        }
        return count;
    }

    /**
     * Adds the members of all tracks at a position, of which each is on one, in the order of their
     * places. Any thread; to be validated.
     */
    public void addAllMembersAt(long position, CellList.Order places, CellList target) {
        CellList ofStrip = new CellList();
        PageRing pages = ringAcquire();
        long end = pages.endAcquire();
        for (long s = pages.begin(); s < end; s = pages.after(s)) {
            SetPage page = pages.pageAcquire(s);
            int strips = 0;
            for (int track = 0; page != null && track < tracks; track++) {
                strips |= page.summaryAcquire(track);
            }
            for (int rest = strips; rest != 0; rest &= rest - 1) {
                int strip = Integer.numberOfTrailingZeros(rest);
                ofStrip.clear();
                for (int track = 0; track < tracks; track++) {
                    addMembersAt(page, s, track, strip, position, ofStrip);
                }
                ofStrip.sort(places);
                target.addAll(ofStrip, 0, ofStrip.count());
            }
        }
    }

    /** Adds the members of a track at a position to a list. Any thread; to be validated. */
    public void addMembersAt(int track, long position, CellList target) {
        PageRing pages = ringAcquire();
        long end = pages.endAcquire();
        for (long s = pages.begin(); s < end; s = pages.after(s)) {
            SetPage page = pages.pageAcquire(s);
            if (page != null) {
                for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
                    int strip = Integer.numberOfTrailingZeros(rest);
                    addMembersAt(page, s, track, strip, position, target);
                }
            }
        }
    }

    /** The same for members that are known as of another position. */
    public void readMembersAt(int track, long position, KnownMembers members) {
        members.begin();
        PageRing pages = ringAcquire();
        long end = pages.endAcquire();
        for (long s = pages.begin(); s < end; s = pages.after(s)) {
            SetPage page = pages.pageAcquire(s);
            if (page != null) {
                for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
                    int strip = Integer.numberOfTrailingZeros(rest);
                    readMembersAt(page, s, track, strip, position, members);
                }
            }
        }
    }

    /**
     * Adds at least those members of a track at a position that have a number below one, and
     * returns the list. Any thread; to be validated.
     *
     * @param target null for one that is made when it is needed
     */
    public CellList addBelowAt(int track, long number, long position, CellList target) {
        CellList list = target;
        PageRing pages = ringAcquire();
        long end = pages.endAcquire();
        for (long s = pages.begin(); s < end; s = pages.after(s)) {
            SetPage page = pages.pageAcquire(s);
            for (int rest = stripsBelow(page, track, number); rest != 0; rest &= rest - 1) {
                int strip = Integer.numberOfTrailingZeros(rest);
                list = list == null ? new CellList() : list;
                addMembersAt(page, s, track, strip, position, list);
            }
        }
        return list;
    }

    /**
     * The elements of a track's members at a position as an immutable list of a kind: the same list
     * as last time when nothing has changed, and else one that shares the strips that have not. Any
     * thread. What it returns is validated; null means that the position is not valid any more.
     */
    @SuppressWarnings("unchecked")
    public <T> List<T> listAt(int kind, long position, Elements elements) {
        int track = kind < tracks ? kind : kind - tracks;
        long changed = changedAtAcquire(track);
        MadeList last = (MadeList) LIST.getAcquire(made, kind);
        if (last != null && changed <= position && last.changedAt == changed) {
            return (List<T>) last.list;
        }
        StripLists strips = new StripLists();
        PageRing pages = ringAcquire();
        long end = pages.endAcquire();
        for (long s = pages.begin(); s < end; s = pages.after(s)) {
            SetPage page = pages.pageAcquire(s);
            if (page != null) {
                for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
                    int strip = Integer.numberOfTrailingZeros(rest);
                    strips.add(elementsAt(page, s, kind, track, strip, position, elements));
                }
            }
        }
        if (!elements.validate(position)) {
            return null;
        }
        List<T> list = strips.toList();
        if (changed <= position && changedAtAcquire(track) == changed) {
            // Release: a thread that sees the list sees what is in it. A race loses one of two
            // equal ones.
            LIST.setRelease(made, kind, new MadeList(changed, list));
            if (changedAtAcquire(track) != changed) {
                // The writer may have looked for a list to forget before this one was there.
                LIST.setRelease(made, kind, null);
            }
        }
        return list;
    }

    /** A page that nobody is on, and whose places are all given out and left, is used again. */
    void recycle(SetPage page) {
        if (page.isFull() && page.isIdle()) {
            ring.remove(page.sequence());
            if (spareCount < MAX_SPARE) {
                spare[spareCount++] = page;
            }
        }
    }

    private Object[] elementsAt(
            SetPage page,
            long sequence,
            int kind,
            int track,
            int strip,
            long position,
            Elements elements) {
        int at = page.at(track, strip);
        long changed = page.changedAtAcquire(at);
        if (changed > position) {
            return resolve(page, sequence, track, strip, position, elements);
        }
        StripList list = page.listAcquire(kind, strip);
        if (list != null && list.changedAt == changed) {
            return list.elements;
        }
        long exact = page.exactAcquire(at);
        int[] cells = new int[Long.bitCount(exact)];
        int count = 0;
        for (long rest = exact; rest != 0; rest &= rest - 1) {
            int index = strip << SetPage.STRIP_SHIFT | Long.numberOfTrailingZeros(rest);
            cells[count++] = page.cellOpaque(index);
        }
        if (!page.isUnchanged(at, changed)) {
            return resolve(page, sequence, track, strip, position, elements);
        }
        Object[] found = new Object[count];
        for (int i = 0; i < count; i++) {
            found[i] = elements.element(cells[i], position);
        }
        if (elements.validate(position)) {
            page.listRelease(kind, strip, new StripList(changed, found), made.length);
            if (!page.isUnchanged(at, changed)) {
                // The writer may have looked for a list to forget before this one was there.
                page.forgetList(kind, strip);
            }
        }
        return found;
    }

    /** The elements of a strip that was changed after the position. */
    private Object[] resolve(
            SetPage page, long sequence, int track, int strip, long position, Elements elements) {
        long rest = page.supersetAcquire(page.at(track, strip));
        Object[] found = new Object[Long.bitCount(rest)];
        int count = 0;
        for (; rest != 0; rest &= rest - 1) {
            int index = strip << SetPage.STRIP_SHIFT | Long.numberOfTrailingZeros(rest);
            int cell = versionAt(page, sequence, index, track, position);
            if (cell != Cells.NONE) {
                found[count++] = elements.element(cell, position);
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private void readMembersAt(
            SetPage page,
            long sequence,
            int track,
            int strip,
            long position,
            KnownMembers members) {
        long number = sequence << SetPage.PLACE_BITS - SetPage.STRIP_SHIFT | strip;
        // Where a strip was changed by then, nothing has changed since it was known with this
        // stamp.
        long changed = page.changedAtAcquire(page.at(track, strip));
        if (changed > position || !members.keep(number, changed)) {
            members.beginStrip(number);
            members.endStrip(addMembersAt(page, sequence, track, strip, position, members.cells()));
        }
    }

    /** Returns when the strip was changed if these are its own members, else {@link #UNKNOWN}. */
    private long addMembersAt(
            SetPage page, long sequence, int track, int strip, long position, CellList target) {
        int at = page.at(track, strip);
        int countBefore = target.count();
        long changed = page.changedAtAcquire(at);
        if (changed <= position) {
            target.reserve(SetPage.STRIP_PLACES);
            for (long rest = page.exactAcquire(at); rest != 0; rest &= rest - 1) {
                int index = strip << SetPage.STRIP_SHIFT | Long.numberOfTrailingZeros(rest);
                target.add(page.cellOpaque(index));
            }
            if (page.isUnchanged(at, changed)) {
                return changed;
            }
            target.truncate(countBefore);
        }
        for (long rest = page.supersetAcquire(at); rest != 0; rest &= rest - 1) {
            int index = strip << SetPage.STRIP_SHIFT | Long.numberOfTrailingZeros(rest);
            int cell = versionAt(page, sequence, index, track, position);
            if (cell != Cells.NONE) {
                target.add(cell);
            }
        }
        return UNKNOWN;
    }

    /** Who of a strip is a member at a position, as bits. */
    private long members(SetPage page, long sequence, int track, int strip, long position) {
        int at = page.at(track, strip);
        long changed = page.changedAtAcquire(at);
        if (changed <= position) {
            long exact = page.exactAcquire(at);
            if (page.isUnchanged(at, changed)) {
                return exact;
            }
        }
        long found = 0;
        for (long rest = page.supersetAcquire(at); rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            int index = strip << SetPage.STRIP_SHIFT | bit;
            if (versionAt(page, sequence, index, track, position) != Cells.NONE) {
                found |= 1L << bit;
            }
        }
        return found;
    }

    private int versionAt(SetPage page, long sequence, int index, int track, long position) {
        long place = sequence << SetPage.PLACE_BITS | index;
        while (true) {
            long moves = page.movesAcquire();
            int cell = page.cellOpaque(index);
            int version = Cells.NONE;
            RuntimeException failure = null;
            try {
                version = versions.versionAt(cell, place, track, position);
            } catch (RuntimeException e) {
                failure = e;
            }
            // A version that was found is one: births say so. Where none was, the cell must have
            // stayed: one that becomes free stands nowhere, so what was read there was its own.
            VarHandle.acquireFence();
            if (version > Cells.NONE || page.hasStayed(index, cell, moves)) {
                if (failure != null) {
                    throw failure;
                }
                return version;
            }
        }
    }

    private void change(SetPage page, int track, int strip, int at) {
        long batch = arena.batch();
        if (changedAt[track] != batch) {
            CHANGED_AT.setOpaque(changedAt, track, batch);
            forgetList(track);
            if (tracks + track < made.length) {
                forgetList(tracks + track);
            }
        }
        page.change(at, batch);
        page.forgetList(track, strip);
        if (tracks + track < made.length) {
            page.forgetList(tracks + track, strip);
        }
    }

    /** So that it keeps nothing alive that was let go. */
    private void forgetList(int kind) {
        if (made[kind] != null) {
            LIST.setRelease(made, kind, null);
        }
    }

    private static int firstIndex(SetPage page, int track) {
        for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
            int strip = Integer.numberOfTrailingZeros(rest);
            long exact = page.exact(page.at(track, strip));
            if (exact != 0) {
                return strip << SetPage.STRIP_SHIFT | Long.numberOfTrailingZeros(exact);
            }
        }
        return -1;
    }

    private static void addMembers(SetPage page, int track, CellList target) {
        for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
            int strip = Integer.numberOfTrailingZeros(rest);
            long exact = page.exact(page.at(track, strip));
            for (; exact != 0; exact &= exact - 1) {
                int bit = Long.numberOfTrailingZeros(exact);
                target.add(page.cell(strip << SetPage.STRIP_SHIFT | bit));
            }
        }
    }

    private static void addBelow(
            SetPage page,
            int track,
            int strip,
            long number,
            CellList.Order numbers,
            CellList target) {
        long lowest = Long.MAX_VALUE;
        long exact = page.exact(page.at(track, strip));
        for (; exact != 0; exact &= exact - 1) {
            int bit = Long.numberOfTrailingZeros(exact);
            int cell = page.cell(strip << SetPage.STRIP_SHIFT | bit);
            long its = numbers.numberOf(cell);
            lowest = Math.min(lowest, its);
            if (its < number) {
                target.add(cell);
            }
        }
        page.lowestOpaque(WRITERS_BOUND, strip, lowest);
    }

    private static int firstBelow(SetPage page, int track, long number, CellList.Order numbers) {
        long pagesLowest = Long.MAX_VALUE;
        for (int rest = page.summaryAcquire(track); rest != 0; rest &= rest - 1) {
            int strip = Integer.numberOfTrailingZeros(rest);
            if (page.lowestOpaque(WRITERS_BOUND, strip) < number) {
                long lowest = Long.MAX_VALUE;
                long exact = page.exact(page.at(track, strip));
                for (; exact != 0; exact &= exact - 1) {
                    int bit = Long.numberOfTrailingZeros(exact);
                    int cell = page.cell(strip << SetPage.STRIP_SHIFT | bit);
                    long its = numbers.numberOf(cell);
                    if (its < number) {
                        return cell;
                    }
                    lowest = Math.min(lowest, its);
                }
                page.lowestOpaque(WRITERS_BOUND, strip, lowest);
            }
            pagesLowest = Math.min(pagesLowest, page.lowestOpaque(WRITERS_BOUND, strip));
        }
        page.writersLowest(pagesLowest);
        return Cells.NONE;
    }

    /** The strips of a page whose members may have a number below one; none of no page. */
    private static int stripsBelow(SetPage page, int track, long number) {
        int strips = page == null ? 0 : page.summaryAcquire(track);
        for (int rest = strips; rest != 0; rest &= rest - 1) {
            int strip = Integer.numberOfTrailingZeros(rest);
            if (page.lowestOpaque(ANY_THREADS_BOUND, strip) >= number) {
                strips &= ~(1 << strip);
            }
        }
        return strips;
    }

    private SetPage addPage() {
        SetPage page;
        if (spareCount > 0) {
            page = spare[--spareCount];
            spare[spareCount] = null;
        } else {
            page = new SetPage(this, placesOfNewPage(), tracks);
        }
        if (ring.isFull()) {
            PageRing grown = ring.withRoom();
            // Release: see ringAcquire.
            RING.setRelease(this, grown);
        }
        page.begin(ring.end(), arena.batch());
        ring.add(page);
        return page;
    }

    /** Small ones for small sets. */
    private int placesOfNewPage() {
        int places = Integer.highestOneBit(Math.max(1, taken)) << 1;
        return Math.max(SetPage.STRIP_PLACES, Math.min(SetPage.MAX_PLACES, places));
    }

    private SetPage page(long place) {
        return ring.get(place >>> SetPage.PLACE_BITS);
    }

    /** The pages for a reader: pairs with the release store in {@link #addPage}. */
    private PageRing ringAcquire() {
        return (PageRing) RING.getAcquire(this);
    }

    private static int index(long place) {
        return (int) place & PLACE_MASK;
    }

    private static int strip(long place) {
        return index(place) >>> SetPage.STRIP_SHIFT;
    }

    private static long bit(long place) {
        return 1L << place;
    }

    /** A list of all members of a track, as of when the track was last changed. Immutable. */
    private static final class MadeList {
        final long changedAt;
        final List<?> list;

        MadeList(long changedAt, List<?> list) {
            this.changedAt = changedAt;
            this.list = list;
        }
    }
}
