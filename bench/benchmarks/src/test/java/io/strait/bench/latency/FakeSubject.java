package io.strait.bench.latency;

import io.strait.bench.subject.Call;
import java.util.function.LongSupplier;

/**
 * A clock and what it times, in one. Reading the clock takes {@link #READ_NS}, a call takes {@link
 * #CALL_NS}, but the one call that stalls. A call that does not wait gets visible {@link #CALL_NS}
 * after the one before it, or after it was made.
 */
final class FakeSubject implements LongSupplier, Call {
    static final long READ_NS = 100;
    static final long CALL_NS = 1_000;

    private final long stalledNumber;
    private final long stallNs;
    private final boolean waits;
    private final long[] visibleAtNs = new long[10_000];
    private long nowNs = 5_000_000_000L;
    private long issued;
    private long visible;

    private FakeSubject(long stalledNumber, long stallNs, boolean waits) {
        this.stalledNumber = stalledNumber;
        this.stallNs = stallNs;
        this.waits = waits;
    }

    /** Whose calls wait for their effect. */
    static FakeSubject synchronous(long stalledNumber, long stallNs) {
        return new FakeSubject(stalledNumber, stallNs, true);
    }

    /** Whose calls return at once. */
    static FakeSubject asynchronous(long stalledNumber, long stallNs) {
        return new FakeSubject(stalledNumber, stallNs, false);
    }

    /** Whose calls all take as long. */
    static FakeSubject slow(long callNs) {
        return new FakeSubject(Long.MAX_VALUE, callNs, true);
    }

    @Override
    public long getAsLong() {
        nowNs += READ_NS;
        return nowNs;
    }

    @Override
    public void issue(long number) {
        if (number != ++issued) {
            throw new IllegalArgumentException("number=" + number + " must be " + issued);
        }
        int slot = (int) (number % visibleAtNs.length);
        if (waits) {
            nowNs += timeOf(number);
            visible = number;
        } else {
            int before = (int) ((number - 1) % visibleAtNs.length);
            visibleAtNs[slot] = Math.max(nowNs, visibleAtNs[before]) + timeOf(number);
        }
    }

    private long timeOf(long number) {
        return number == stalledNumber || stalledNumber == Long.MAX_VALUE ? stallNs : CALL_NS;
    }

    @Override
    public long visible() {
        while (!waits
                && visible < issued
                && visibleAtNs[(int) ((visible + 1) % visibleAtNs.length)] <= nowNs) {
            visible++;
        }
        return visible;
    }

    @Override
    public long stored() {
        return visible;
    }

    /** A load of calls from the clock's next reading on. */
    OpenLoopRun run(OpenLoop loop, Load load) {
        return loop.run(load.schedule(nowNs + READ_NS, 0, 1));
    }
}
