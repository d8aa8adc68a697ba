package io.strait.engine.flat;

/**
 * What becomes of blocks that no newer image shows. They wait in the order in which they died, so
 * that readers have time to finish; then they are used again, unless a captured position can see
 * them. Writer thread only; allocates only when more wait than ever before.
 */
abstract class Reclaimer {
    private static final int FIRST_ROOM = 64;

    final Epoch epoch;

    private final Blocks blocks;
    private final Pins pins;
    private final Horizon horizon;
    private final int quarantine;

    /**
     * Those that wait, and when they died, as a ring: apart from the blocks, which have left the
     * processor's nearest caches by the time that it is their turn.
     */
    private int[] waiting = new int[FIRST_ROOM];

    private long[] deaths = new long[FIRST_ROOM];
    private int oldest;
    private int count;

    /**
     * Nothing has died yet.
     *
     * @param quarantine how many blocks wait before the oldest of them is used again
     */
    Reclaimer(Blocks blocks, Epoch epoch, Pins pins, Horizon horizon, int quarantine) {
        this.blocks = blocks;
        this.epoch = epoch;
        this.pins = pins;
        this.horizon = horizon;
        this.quarantine = quarantine;
    }

    /** Blocks that are kept for a captured position. */
    abstract int listOf(Pin pin);

    abstract void listOf(Pin pin, int first);

    /** Whether the batch under way has made a block, so that nobody else can see it. */
    final boolean isUnpublished(int block) {
        return blocks.born(block) == epoch.batch();
    }

    /** Lets a block go that the next image does not show. */
    final void drop(int block) {
        if (isUnpublished(block)) {
            blocks.free(block);
        } else {
            retire(block, epoch.batch());
        }
    }

    /** Lets a block go that was born in an earlier batch than the one that begins here. */
    void retire(int block, long batch) {
        blocks.died(block, batch);
        if (count == waiting.length) {
            grow();
        }
        int last = oldest + count & waiting.length - 1;
        waiting[last] = block;
        deaths[last] = batch;
        count++;
    }

    /**
     * Takes a block that has waited for long enough and that nobody can see, to be used again.
     *
     * @param published the newest published position: what died later may be captured still
     * @return the block, or {@link Blocks#NONE}
     */
    int reclaim(long published) {
        while (count > quarantine && deaths[oldest] <= published) {
            int block = waiting[oldest];
            long died = deaths[oldest];
            oldest = oldest + 1 & waiting.length - 1;
            count--;
            Pin pin = pins.isEmpty() ? null : pins.seeing(blocks.born(block), died);
            if (pin == null) {
                horizon.raise(died);
                return block;
            }
            keep(block, pin);
        }
        return Blocks.NONE;
    }

    /**
     * Looks again at what was kept for a captured position that is gone.
     *
     * @param older the next older one that is not gone: nobody else can see what the list has
     */
    void release(Pin pin, Pin older) {
        int block = listOf(pin);
        while (block != Blocks.NONE) {
            int next = blocks.link(block);
            boolean seen = older != null && blocks.born(block) <= older.position;
            freeUnlessSeen(block, seen ? older : null);
            block = next;
        }
        listOf(pin, Blocks.NONE);
    }

    /** Frees a block, or keeps it for the newest captured position that can see it. */
    private void freeUnlessSeen(int block, Pin pin) {
        if (pin == null) {
            horizon.raise(blocks.died(block));
            blocks.free(block);
        } else {
            keep(block, pin);
        }
    }

    private void keep(int block, Pin pin) {
        blocks.link(block, listOf(pin));
        listOf(pin, block);
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
