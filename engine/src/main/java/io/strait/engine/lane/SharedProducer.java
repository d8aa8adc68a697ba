package io.strait.engine.lane;

/**
 * A producer for any number of threads. The first few get a lane each, for as long as they live,
 * and share nothing with each other; all others share one more lane, behind a lock. See {@code
 * docs/decisions/0012-producers.md}.
 */
public final class SharedProducer extends LaneProducer {
    /** How many threads can have a lane to themselves; a power of two. */
    static final int OWN_LANES = 8;

    private static final int LANE_SHIFT = 56;
    private static final long SEQUENCE_MASK = (1L << LANE_SHIFT) - 1;

    private final ProducerEntry entry;
    private final OwnedPlace[] places = new OwnedPlace[OWN_LANES];

    /** Opened under the monitor of this when it is first needed. */
    private volatile ProducerLane common;

    /** The engine's one shared producer. */
    public SharedProducer(ProducerEntry entry) {
        super(entry);
        this.entry = entry;
        for (int i = 0; i < OWN_LANES; i++) {
            places[i] = new OwnedPlace();
        }
    }

    /** Does nothing: it is the engine's, and ends with it. */
    @Override
    public void close() {}

    @Override
    ProducerLane enter() {
        Thread me = Thread.currentThread();
        ProducerLane lane = places[placeOf(me, 0)].laneOf(me);
        return lane == null ? enterElsewhere(me) : lane;
    }

    @Override
    long ticket(ProducerLane lane, long sequence) {
        return (long) lane.number() << LANE_SHIFT | sequence;
    }

    @Override
    ProducerLane laneOf(long ticket) {
        return entry.lane((int) (ticket >>> LANE_SHIFT));
    }

    @Override
    long sequenceOf(long ticket) {
        return ticket & SEQUENCE_MASK;
    }

    @Override
    boolean isClosed() {
        return false;
    }

    private ProducerLane enterElsewhere(Thread me) {
        for (int i = 1; i < OWN_LANES; i++) {
            ProducerLane lane = places[placeOf(me, i)].laneOf(me);
            if (lane != null) {
                return lane;
            }
        }
        // What this thread may have in the common lane comes first.
        ProducerLane shared = common;
        if (shared == null || shared.depth() == 0) {
            ProducerLane taken = takeFreePlace(me);
            if (taken != null) {
                return taken;
            }
        }
        return enterCommon();
    }

    private ProducerLane enterCommon() {
        ProducerLane shared = common == null ? openCommon() : common;
        return shared.lock.tryLockAcquire() ? shared : null;
    }

    private synchronized ProducerLane openCommon() {
        if (common == null) {
            common = entry.openSharedLane(new SpinLock());
        }
        return common;
    }

    private ProducerLane takeFreePlace(Thread me) {
        for (int i = 0; i < OWN_LANES; i++) {
            OwnedPlace place = places[placeOf(me, i)];
            if (place.isFree() && makeLane(place) && place.take(me)) {
                // What the last owner waited for is nothing to this one. Without a call: the place
                // is taken.
                place.lane.refusedSlots = CommandRing.NONE_REFUSED;
                return place.lane;
            }
        }
        return null;
    }

    /** Made before the place is taken: it stays with the place, should that be another thread's. */
    private synchronized boolean makeLane(OwnedPlace place) {
        if (place.lane == null) {
            place.lane = entry.openSharedLane(null);
        }
        return true;
    }

    private static int placeOf(Thread thread, int attempt) {
        return (int) thread.getId() + attempt & OWN_LANES - 1;
    }
}
