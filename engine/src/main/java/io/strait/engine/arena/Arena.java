package io.strait.engine.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The writer's way to cells: makes them, lets them go, and uses them again. A cell that is let go
 * waits in quarantine in the order of the deaths, so that readers have time to finish; then it is
 * used again, unless a pinned position can see it. Writer thread only; allocates only when more
 * cells live or wait than ever before.
 */
public final class Arena {
    /** How many cells wait in quarantine, unless a test says otherwise. */
    public static final int DEFAULT_QUARANTINE = 256;

    /** How much of what was kept for pins is looked at between two batches, at the least. */
    static final int RELEASED_EACH = 32;

    private static final int KINDS = 16;
    private static final int FIRST_ROOM = 64;
    private static final CellOwner NO_OWNER = cell -> {};

    private final Cells cells;
    private final Horizon horizon = new Horizon();
    private final Epoch epoch = new Epoch();
    private final Pins pins = new Pins();
    private final CellOwner[] owners = new CellOwner[KINDS];
    private final List<PinObserver> observers = new ArrayList<>();
    private final int quarantine;

    /**
     * Those in quarantine, and when they died, as a ring: apart from the cells, which have left the
     * processor's nearest caches by the time that it is their turn.
     */
    private int[] waiting = new int[FIRST_ROOM];

    private long[] deaths = new long[FIRST_ROOM];
    private int oldest;
    private int count;

    /** How many things were let go so far: what a quarantine is measured by. */
    private long deathCount;

    /** How many were when pins that are gone were looked at last. */
    private long deathCountThen;

    /** Pins that are gone and for which things are still kept, chained. */
    private Pin unreachable;

    /** Memory without cells. */
    public Arena(int quarantine) {
        this(quarantine, Cells.MAX_CHUNKS);
    }

    /** The same that has no more chunks of cells than so many. */
    public Arena(int quarantine, int maxChunks) {
        cells = new Cells(maxChunks);
        this.quarantine = quarantine;
        Arrays.fill(owners, NO_OWNER);
    }

    /** The memory. */
    public Cells cells() {
        return cells;
    }

    /** Up to where the past may be overwritten. */
    public Horizon horizon() {
        return horizon;
    }

    /** The pinned positions. */
    public Pins pins() {
        return pins;
    }

    /** The first position of the batch that is under way. */
    public long batch() {
        return epoch.batch();
    }

    /** The newest published position. */
    public long published() {
        return epoch.published();
    }

    /** How many deaths a thing is kept for, before it is used again. */
    public int quarantine() {
        return quarantine;
    }

    /** Counts something else that was let go, and returns how many were so far. */
    public long countDeath() {
        return ++deathCount;
    }

    /** How many things were let go so far. */
    public long deathCount() {
        return deathCount;
    }

    /** Tells whose the cells of a kind are. */
    public void setOwner(int kind, CellOwner owner) {
        owners[kind] = owner;
    }

    /** Adds an observer of pins. */
    public void observe(PinObserver observer) {
        observers.add(observer);
    }

    /** A cell with nothing in it but what was there. */
    public int make(int words, int kind) {
        reclaim();
        return cells.take(words, kind, epoch.batch());
    }

    /** Whether the batch under way has made a cell, so that nobody else can see it. */
    public boolean isUnpublished(int cell) {
        return cells.born(cell) == epoch.batch();
    }

    /**
     * Whether somebody may still see an older version of what is in a cell that becomes free. Two
     * cases: it was made and let go in one batch, so the version of the position before waits in
     * quarantine; or there are pins. A cell that waited in quarantine itself has none otherwise,
     * because older ones became free first.
     */
    public boolean mayHaveOlder(int cell) {
        return !pins.isEmpty() || isUnpublished(cell);
    }

    /** Lets a cell go that the next published position does not show. */
    public void drop(int cell) {
        if (isUnpublished(cell)) {
            free(cell);
            return;
        }
        cells.died(cell, epoch.batch());
        if (count == waiting.length) {
            grow();
        }
        int last = oldest + count & waiting.length - 1;
        waiting[last] = cell;
        deaths[last] = epoch.batch();
        count++;
        deathCount++;
        reclaim();
    }

    /** The batch is published. Between batches; releases some of what pins kept. */
    public void publish(long position) {
        epoch.publish(position);
        release();
    }

    /**
     * Looks again at some of what was kept for pins that are gone: at as many things as were let go
     * since the last time, so that no more is kept than released, and at a few besides. Between
     * batches; returns whether there is more.
     */
    public boolean release() {
        long left = RELEASED_EACH + deathCount - deathCountThen;
        deathCountThen = deathCount;
        // All pins first, so that nothing is kept for another one that is gone.
        for (; left > 0 && pollUnreachable(); left--) {}
        for (; left > 0 && unreachable != null; left--) {
            releaseOne(unreachable);
        }
        return unreachable != null;
    }

    /** Keeps what a published position shows, for as long as its holder is reachable. */
    public void pin(long position, Object holder) {
        pins.pin(position, holder);
    }

    /** Frees what has waited for long enough and nobody can see: two at the most each time. */
    private void reclaim() {
        for (int i = 0; i < 2 && count > quarantine && deaths[oldest] <= epoch.published(); i++) {
            int cell = waiting[oldest];
            long died = deaths[oldest];
            oldest = oldest + 1 & waiting.length - 1;
            count--;
            freeOrKeep(cell, died);
        }
    }

    private boolean pollUnreachable() {
        Pin polled = pins.pollUnreachable();
        if (polled == null) {
            return false;
        }
        polled.nextUnreachable = unreachable;
        unreachable = polled;
        for (int i = 0; i < observers.size(); i++) {
            observers.get(i).onUnreachable(polled);
        }
        return true;
    }

    private void releaseOne(Pin from) {
        int cell = from.cells;
        if (cell != Cells.NONE) {
            from.cells = cells.link(cell);
            freeOrKeep(cell, cells.died(cell));
            return;
        }
        for (int i = 0; i < observers.size(); i++) {
            if (observers.get(i).releaseOne(from)) {
                return;
            }
        }
        unreachable = from.nextUnreachable;
    }

    private void freeOrKeep(int cell, long died) {
        Pin pin = pins.isEmpty() ? null : pins.seeing(cells.born(cell), died);
        if (pin == null) {
            horizon.raise(died);
            free(cell);
        } else {
            keep(cell, pin);
        }
    }

    private void keep(int cell, Pin pin) {
        cells.link(cell, pin.cells);
        pin.cells = cell;
    }

    private void free(int cell) {
        owners[cells.kind(cell)].onFree(cell);
        cells.free(cell);
    }

    private void grow() {
        int size = waiting.length;
        int[] moreWaiting = new int[2 * size];
        long[] moreDeaths = new long[2 * size];
        for (int i = 0; i < size; i++) {
            moreWaiting[i] = waiting[oldest + i & size - 1];
            moreDeaths[i] = deaths[oldest + i & size - 1];
        }
        waiting = moreWaiting;
        deaths = moreDeaths;
        oldest = 0;
    }
}
