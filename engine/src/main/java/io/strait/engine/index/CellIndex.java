package io.strait.engine.index;

import io.strait.engine.access.Fields;
import io.strait.engine.arena.Cells;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Finds cells by the key of what is in them, for one kind of contents: a hash table in segments
 * that split one by one as it grows (extendible hashing; Fagin, Nievergelt, Pippenger and Strong,
 * 1979), so that no write waits for more than one segment to be copied.
 *
 * <p>Hashes must be spread well, and be such that nobody can choose keys whose hashes are equal:
 * all 32 bits are used.
 *
 * <p>It has one entry for each cell that somebody may see: those of the newest state, and those
 * that died and are not free yet. Whoever looks for a key at a position is shown the cells that
 * were there at that position, so the index needs no versions of its own. A segment has buckets of
 * one cache line: seven entries, and a word that has a byte of each one's hash ({@link
 * BucketTags}), so that one look finds the entry. The word also counts those that found no room in
 * their bucket and lie beyond it, in place of marks for what was removed: however much comes and
 * goes, the index never needs to be cleaned.
 *
 * <p>Entries appear and disappear while others read. A cell is put in before the batch that makes
 * it is published, and taken out after the horizon was raised past its life; so a reader whose
 * position is valid finds what was there. The writer stores, any thread reads.
 */
public final class CellIndex {
    private static final int LINE = 8;

    /** The words before the buckets: with these, they begin with a cache line where arrays do. */
    private static final int LEAD = 6;

    /** Word of a segment: how many of a hash's highest bits all its entries share. */
    private static final int DEPTH = 0;

    /** Word of a segment: how many entries it has. */
    private static final int COUNT = 1;

    private static final int FIRST_BUCKETS = 8;
    private static final int MAX_BUCKETS = 512;
    private static final int MAX_DEPTH = 20;

    /** A segment with a smaller share of what it may have is replaced by one of half its size. */
    private static final int SHRINK_AT = 8;

    private static final VarHandle SEGMENTS = Fields.handle(MethodHandles.lookup(), "segments");
    private static final VarHandle SEGMENT = MethodHandles.arrayElementVarHandle(long[][].class);
    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

    private final Cells cells;

    /** By the highest bits of a hash; as many as the deepest segment has. */
    private long[][] segments = {newSegment(FIRST_BUCKETS, 0)};

    /** An index without entries. */
    public CellIndex(Cells cells) {
        this.cells = cells;
    }

    /**
     * Makes room for so many cells at once, in an index that has had none. Writer thread only, and
     * before anybody reads.
     */
    public void reserve(int count) {
        long roomOfSegment = limit(newSegment(MAX_BUCKETS, 0)) * 3 / 4;
        int depth = 0;
        while (depth < MAX_DEPTH && count >>> depth > roomOfSegment) {
            depth++;
        }
        if (depth == 0) {
            return;
        }
        long[][] all = new long[1 << depth][];
        for (int i = 0; i < all.length; i++) {
            all[i] = newSegment(MAX_BUCKETS, depth);
        }
        // Release: see findAt.
        SEGMENTS.setRelease(this, all);
    }

    /** Adds a cell under the hash of its key. Writer thread only; allocates only to grow. */
    public void insert(int cell, int hash) {
        long[] segment = segments[segmentIndex(segments, hash)];
        while (segment[COUNT] >= limit(segment)) {
            makeRoom(segment, hash);
            segment = segments[segmentIndex(segments, hash)];
        }
        put(segment, entry(hash, cell));
    }

    /** Takes out a cell, which is in it, and which nobody may look for any more. */
    public void remove(int cell, int hash) {
        long[] segment = segments[segmentIndex(segments, hash)];
        long entry = entry(hash, cell);
        int mask = bucketMask(segment);
        int bucket = hash & mask;
        int index = indexIn(segment, bucket, entry, hash);
        for (int i = 0; index < 0; i++) {
            if (i > mask) {
                throw new IllegalStateException("the cell is not in the index: " + cell);
            }
            int at = bucketAt(bucket);
            WORD.setOpaque(segment, at, BucketTags.withOneLessBeyond(segment[at]));
            bucket = bucket + 1 & mask;
            index = indexIn(segment, bucket, entry, hash);
        }
        int at = bucketAt(bucket);
        WORD.setOpaque(segment, at, BucketTags.without(segment[at], index));
        WORD.setOpaque(segment, at + 1 + index, 0L);
        segment[COUNT]--;
        if (segment[COUNT] < limit(segment) / SHRINK_AT && mask >= FIRST_BUCKETS) {
            int depth = (int) segment[DEPTH];
            replace(hash, depth, newSegment((mask + 1) / 2, depth), segment);
        }
    }

    /** The living cell under a hash that matches, or {@link Cells#NONE}. Writer thread only. */
    public int find(int hash, CellMatch match) {
        return find(hash, match, true);
    }

    /**
     * The cell under a hash that matches and was born last, dead or alive: of those that died, the
     * ones that are not free yet. Writer thread only.
     */
    public int findNewest(int hash, CellMatch match) {
        return find(hash, match, false);
    }

    private int find(int hash, CellMatch match, boolean alive) {
        int newest = Cells.NONE;
        long[] segment = segments[segmentIndex(segments, hash)];
        int mask = bucketMask(segment);
        int bucket = hash & mask;
        for (int i = 0; i <= mask; i++) {
            int at = bucketAt(bucket);
            long tags = segment[at];
            for (long rest = BucketTags.find(tags, hash); rest != 0; rest &= rest - 1) {
                long entry = segment[at + 1 + BucketTags.index(rest)];
                if (hashOf(entry) == hash) {
                    int cell = (int) entry;
                    long[] chunk = cells.chunk(cell);
                    int cellAt = Cells.at(cell);
                    if ((!alive || Cells.isAlive(chunk, cellAt))
                            && match.matches(chunk, cellAt, cell)) {
                        if (alive) {
                            return cell;
                        }
                        if (newest == Cells.NONE || cells.isYounger(cell, newest)) {
                            newest = cell;
                        }
                    }
                }
            }
            if (BucketTags.isNothingBeyond(tags)) {
                break;
            }
            bucket = bucket + 1 & mask;
        }
        return newest;
    }

    /**
     * The cell under a hash that was there at a position and has an id, or {@link Cells#NONE}. Any
     * thread; what it finds holds only if the position is valid afterwards.
     */
    public int findAt(long position, int hash, KeyMatch match, Object key, long number) {
        // Pairs with the releases in replace and doubleSegments: at a position, the segments of
        // its batch are seen.
        long[][] from = (long[][]) SEGMENTS.getAcquire(this);
        long[] segment = (long[]) SEGMENT.getAcquire(from, segmentIndex(from, hash));
        int at = bucketAt(hash & bucketMask(segment));
        long tags = (long) WORD.getOpaque(segment, at);
        long found = BucketTags.find(tags, hash);
        if (found != 0) {
            int cell = cellOf(segment, at + 1 + BucketTags.index(found), hash);
            if (cell != Cells.NONE && isSought(cell, position, match, key, number)) {
                return cell;
            }
        }
        return found == 0 && BucketTags.isNothingBeyond(tags)
                ? Cells.NONE
                : search(segment, hash, position, match, key, number);
    }

    /** The same, if the first entry that may be it is not. */
    private int search(
            long[] segment, int hash, long position, KeyMatch match, Object key, long number) {
        int mask = bucketMask(segment);
        for (int i = 0; i <= mask; i++) {
            int at = bucketAt(hash + i & mask);
            long tags = (long) WORD.getOpaque(segment, at);
            for (long rest = BucketTags.find(tags, hash); rest != 0; rest &= rest - 1) {
                int cell = cellOf(segment, at + 1 + BucketTags.index(rest), hash);
                if (cell != Cells.NONE && isSought(cell, position, match, key, number)) {
                    return cell;
                }
            }
            if (BucketTags.isNothingBeyond(tags)) {
                break;
            }
        }
        return Cells.NONE;
    }

    private boolean isSought(int cell, long position, KeyMatch match, Object key, long number) {
        long[] chunk = Cells.chunk(cells.chunksAcquire(), cell);
        int at = Cells.at(cell);
        boolean isFound;
        try {
            isFound =
                    Cells.isThere(chunk, at, position)
                            && match.hasKey(chunk, at, cell, key, number);
        } catch (RuntimeException e) {
            if (Cells.isUsedAsAt(chunk, position)) {
                throw e;
            }
            return false;
        }
        // The entry may be of a cell that nobody sees at the position, and whose chunk has gone to
        // other cells since: what looked like a birth and a death was something else.
        return isFound && Cells.isUsedAsAt(chunk, position);
    }

    /** The cell of an entry, if that is under a hash; otherwise {@link Cells#NONE}. */
    private static int cellOf(long[] segment, int index, int hash) {
        // Pairs with the release in put: who is led to a cell finds its chunk.
        long entry = (long) WORD.getAcquire(segment, index);
        return hashOf(entry) == hash ? (int) entry : Cells.NONE;
    }

    /** How many segments there are. */
    int segmentCount() {
        int count = 0;
        for (int i = 0; i < segments.length; i++) {
            if (i == 0 || segments[i] != segments[i - 1]) {
                count++;
            }
        }
        return count;
    }

    /** A larger segment instead of it, or two, as long as both would have their share. */
    private void makeRoom(long[] segment, int hash) {
        int buckets = bucketMask(segment) + 1;
        int depth = (int) segment[DEPTH];
        int ones = depth == MAX_DEPTH ? 0 : countOnes(segment, depth);
        long fewest = segment[COUNT] / 8;
        boolean splits = ones > fewest && segment[COUNT] - ones > fewest;
        if (buckets < MAX_BUCKETS || !splits) {
            replace(hash, depth, newSegment(2 * buckets, depth), segment);
            return;
        }
        if (1 << depth == segments.length) {
            doubleSegments();
        }
        int bit = 1 << Integer.SIZE - 1 - depth;
        replace(hash & -bit & ~bit, depth + 1, newSegment(buckets, depth + 1), segment);
        replace(hash & -bit | bit, depth + 1, newSegment(buckets, depth + 1), segment);
    }

    /** Puts a segment in the place of all those whose hashes begin like this one. */
    private void replace(int hash, int depth, long[] segment, long[] entries) {
        int from = segmentIndex(segments, hash) & -(segments.length >>> depth);
        for (int at = LEAD; at < entries.length; at++) {
            int entryHash = hashOf(entries[at]);
            boolean isEntry = (at - LEAD) % LINE != 0 && entries[at] != 0;
            if (isEntry && (depth == 0 || (entryHash ^ hash) >>> Integer.SIZE - depth == 0)) {
                put(segment, entries[at]);
            }
        }
        for (int i = 0; i < segments.length >>> depth; i++) {
            // Release: see findAt. Who still has the old segment finds in it what was there.
            SEGMENT.setRelease(segments, from + i, segment);
        }
    }

    private void doubleSegments() {
        long[][] doubled = new long[2 * segments.length][];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = segments[i >>> 1];
        }
        // Release: see findAt.
        SEGMENTS.setRelease(this, doubled);
    }

    private static void put(long[] segment, long entry) {
        int hash = hashOf(entry);
        int mask = bucketMask(segment);
        int bucket = hash & mask;
        int at = bucketAt(bucket);
        while (BucketTags.isFull(segment[at])) {
            WORD.setOpaque(segment, at, BucketTags.withOneMoreBeyond(segment[at]));
            bucket = bucket + 1 & mask;
            at = bucketAt(bucket);
        }
        int index = BucketTags.firstFree(segment[at]);
        // Release: see findAt.
        WORD.setRelease(segment, at + 1 + index, entry);
        WORD.setOpaque(segment, at, BucketTags.with(segment[at], index, hash));
        segment[COUNT]++;
    }

    /** Which entry of a bucket this is, or -1. */
    private static int indexIn(long[] segment, int bucket, long entry, int hash) {
        int at = bucketAt(bucket);
        for (long rest = BucketTags.find(segment[at], hash); rest != 0; rest &= rest - 1) {
            int index = BucketTags.index(rest);
            if (segment[at + 1 + index] == entry) {
                return index;
            }
        }
        return -1;
    }

    private static int countOnes(long[] segment, int depth) {
        int ones = 0;
        for (int at = LEAD; at < segment.length; at++) {
            if ((at - LEAD) % LINE != 0 && segment[at] << depth < 0) {
                ones++;
            }
        }
        return ones;
    }

    private static long[] newSegment(int buckets, int depth) {
        long[] segment = new long[LEAD + buckets * LINE];
        segment[DEPTH] = depth;
        return segment;
    }

    /** How many entries a segment takes: three quarters of its room. */
    private static long limit(long[] segment) {
        return (bucketMask(segment) + 1L) * BucketTags.COUNT * 3 / 4;
    }

    /** Where in a segment a bucket begins. */
    private static int bucketAt(int bucket) {
        return LEAD + bucket * LINE;
    }

    private static int bucketMask(long[] segment) {
        return segment.length / LINE - 1;
    }

    private static int segmentIndex(long[][] segments, int hash) {
        // In two steps, because with one segment a shift of 32 would be one of none.
        int depth = Integer.numberOfTrailingZeros(segments.length);
        return hash >>> 1 >>> Integer.SIZE - 1 - depth;
    }

    private static long entry(int hash, int cell) {
        return (long) hash << Integer.SIZE | cell;
    }

    private static int hashOf(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }
}
