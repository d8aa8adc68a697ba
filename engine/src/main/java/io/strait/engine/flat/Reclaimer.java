package io.strait.engine.flat;

/**
 * What becomes of blocks that no newer image shows. They wait in the order in which they died, so
 * that readers have time to finish; then they are used again, unless a captured position can see
 * them. Writer thread only; allocates nothing.
 */
abstract class Reclaimer {
    private final Blocks blocks;
    private final Pins pins;
    private final Horizon horizon;
    private final int quarantine;
    private int oldest = Blocks.NONE;
    private int newest = Blocks.NONE;
    private int count;

    /**
     * Nothing has died yet.
     *
     * @param quarantine how many blocks wait before the oldest of them is used again
     */
    Reclaimer(Blocks blocks, Pins pins, Horizon horizon, int quarantine) {
        this.blocks = blocks;
        this.pins = pins;
        this.horizon = horizon;
        this.quarantine = quarantine;
    }

    /** Blocks that are kept for a captured position. */
    abstract int listOf(Pin pin);

    abstract void listOf(Pin pin, int first);

    /** Lets a block go that was born in an earlier batch than the one that begins here. */
    void retire(int block, long batch) {
        blocks.died(block, batch);
        blocks.link(block, Blocks.NONE);
        if (newest == Blocks.NONE) {
            oldest = block;
        } else {
            blocks.link(newest, block);
        }
        newest = block;
        count++;
    }

    /**
     * Frees one block if any has waited for long enough.
     *
     * @param published the newest published position: what died later may be captured still
     */
    void freeOne(long published) {
        boolean freed = false;
        while (!freed && count > quarantine && blocks.died(oldest) <= published) {
            int block = oldest;
            oldest = blocks.link(block);
            if (oldest == Blocks.NONE) {
                newest = Blocks.NONE;
            }
            count--;
            freed = freeUnlessSeen(block, pins.seeing(blocks.born(block), blocks.died(block)));
        }
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
    private boolean freeUnlessSeen(int block, Pin pin) {
        if (pin == null) {
            horizon.raise(blocks.died(block));
            blocks.free(block);
            return true;
        }
        blocks.link(block, listOf(pin));
        listOf(pin, block);
        return false;
    }
}
