package io.strait.bench.contestant;

import io.strait.api.Ticket;
import io.strait.api.error.RefusedException;

/**
 * The tickets of one thread's writes that nobody has looked at yet. A ticket is looked at when its
 * slot is needed again, which is a lap later and as a rule long after its write was done, or when
 * the ring is drained. For its own thread only.
 */
final class TicketRing {
    /**
     * A quarter of the lane, so that it is this ring that holds a fast thread back, before the lane
     * is full: a thread is never further ahead of the writer than this.
     */
    static final int CAPACITY = 1_024;

    private final Ticket<?>[] slots = new Ticket<?>[CAPACITY];
    private long added;
    private RefusedException firstRefusal;

    /** Takes a ticket, and waits for the one a lap before. */
    void add(Ticket<?> ticket) {
        int slot = (int) added & (CAPACITY - 1);
        Ticket<?> lapBefore = slots[slot];
        slots[slot] = ticket;
        added++;
        if (lapBefore != null) {
            settle(lapBefore);
        }
    }

    /** Waits for all tickets, the oldest first, and throws the first refusal since last time. */
    void drain() {
        for (long i = Math.max(0, added - CAPACITY); i < added; i++) {
            int slot = (int) i & (CAPACITY - 1);
            Ticket<?> ticket = slots[slot];
            slots[slot] = null;
            settle(ticket);
        }
        added = 0;
        RefusedException refusal = firstRefusal;
        firstRefusal = null;
        if (refusal != null) {
            throw refusal;
        }
    }

    private void settle(Ticket<?> ticket) {
        try {
            ticket.await();
        } catch (RefusedException refusal) {
            if (firstRefusal == null) {
                firstRefusal = refusal;
            }
        }
    }
}
