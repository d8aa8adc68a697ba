package io.strait.bench.latency;

import io.strait.bench.subject.Call;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Makes calls at planned times and measures how long each takes <em>from its planned start</em>.
 *
 * <p>The load is open: what is due does not depend on how the subject does, as requests from the
 * outside world do not. A loop that times each call from its actual start measures something else:
 * while one call is stuck for 10 ms, the calls that should have been made meanwhile are not, and
 * when they are made, late, they look fast. The stall appears once instead of as often as it hurt
 * ("coordinated omission": Gil Tene, "How NOT to Measure Latency"). Here a late producer makes its
 * overdue calls at once, and the time that they were overdue is part of their latency. Calls that
 * were given up at the schedule's cut-off are not left out either: each counts with the time for
 * which it had been due by then, which is less than it would have taken.
 *
 * <p>A call ends when its effect is visible to the producer, which looks for it whenever no call is
 * due, and once after each call otherwise. So what is measured includes the time until the producer
 * looks: a reading of the clock, and of the number in the way of the subject, some tens of
 * nanoseconds for a floor's counter and some more for the engine's chain; and while it is inside a
 * call that waits for room, until that returns.
 *
 * <p>The loop itself allocates nothing. Clock and calls are interfaces for the sake of tests; a JVM
 * that measures loads one implementation of each, so that the compiler inlines them behind a
 * comparison of the class. One thread.
 */
final class OpenLoop {
    private static final long VISIBLE_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier clockNs;
    private final Call call;
    private long lastNumber;

    /**
     * A loop that has made no call.
     *
     * @param clockNs a clock that never goes back
     * @param call what is called
     */
    OpenLoop(LongSupplier clockNs, Call call) {
        this.clockNs = clockNs;
        this.call = call;
    }

    /**
     * Makes a schedule's calls, and returns when the effects of all of them are visible. The
     * numbers go on where the last schedule's ended.
     *
     * @throws IllegalStateException when a call's effect does not get visible, or the subject does
     *     not hold the last number in the end
     */
    OpenLoopRun run(Schedule schedule) {
        LatencyRecorder latencies = new LatencyRecorder();
        long base = lastNumber;
        long issuedCount = 0;
        long visibleCount = 0;
        long nowNs = clockNs.getAsLong();
        while (issuedCount < schedule.callCount() && nowNs - schedule.cutOffNs() < 0) {
            if (nowNs - schedule.plannedNs(issuedCount) >= 0) {
                call.issue(base + ++issuedCount);
            }
            // First the number, then the clock: a call is never said to have ended earlier than it
            // was seen to.
            long newlyVisibleCount = call.visible() - base;
            nowNs = clockNs.getAsLong();
            visibleCount = record(latencies, schedule, visibleCount, newlyVisibleCount, nowNs);
        }
        lastNumber = base + issuedCount;

        long timeoutNs = nowNs + VISIBLE_TIMEOUT_NS;
        while (visibleCount < issuedCount) {
            long newlyVisibleCount = call.visible() - base;
            nowNs = clockNs.getAsLong();
            visibleCount = record(latencies, schedule, visibleCount, newlyVisibleCount, nowNs);
            if (nowNs - timeoutNs >= 0) {
                throw new IllegalStateException(
                        "visibleCount=" + visibleCount + " stays below issuedCount=" + issuedCount);
            }
        }
        checkStored();
        if (!schedule.isFlatOut()) {
            recordCutOff(latencies, schedule, issuedCount);
        }
        return new OpenLoopRun(schedule, issuedCount, nowNs, latencies);
    }

    private static long record(
            LatencyRecorder latencies,
            Schedule schedule,
            long fromIndex,
            long toIndex,
            long nowNs) {
        long index = fromIndex;
        while (index < toIndex) {
            latencies.record(nowNs - schedule.plannedNs(index++));
        }
        return index;
    }

    private static void recordCutOff(LatencyRecorder latencies, Schedule schedule, long fromIndex) {
        record(latencies, schedule, fromIndex, schedule.callCount(), schedule.cutOffNs());
    }

    private void checkStored() {
        // Less than 1 when nothing was written: on a busy machine the time can be over before the
        // first call is made.
        long stored = Math.max(0, call.stored());
        if (stored != lastNumber) {
            throw new IllegalStateException("lastNumber=" + lastNumber + " stored=" + stored);
        }
    }
}
