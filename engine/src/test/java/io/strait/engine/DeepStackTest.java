package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thread that runs out of stack anywhere in a call leaves the engine usable for all others. It
 * dives until there is no stack left, and on its way up tries the call at each level, so that the
 * error comes a few bytes further in each time; the frames of every other dive are larger, which
 * moves the levels. It dives in interpreted code, where each call has a frame, and in compiled.
 * After some errors each time another thread makes every kind of call. Seen to fail when a producer
 * that throws leaves the lock of the common lane held, and no lock is taken over.
 */
class DeepStackTest {
    private static final int WARM_UP = 2_000;
    private static final int LEVELS = 120;
    private static final int DIVES = 2;
    private static final int ERRORS_PER_CHECK = 8;
    private static final long PAUSE_NS = 20_000;
    private static final long STACK_BYTES = 512 << 10;

    private final Strait engine =
            Strait.open(
                    StraitConfig.builder()
                            .laneCapacity(64)
                            .waitPreset(WaitPreset.LOWEST_LATENCY)
                            .build());
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Throwable failure;
    private volatile long asked;
    private volatile long answered;
    private EachCall calls;
    private EachCall.Kind kind;
    private int levelsLeft;
    private int errors;

    @BeforeEach
    void leaveTheCommonLaneOnly() throws Exception {
        EachCall.takeOwnLanes(engine, over);
    }

    @AfterEach
    void close() {
        Patience patience = new Patience();
        engine.close();
        over.countDown();
        assertTrue(!patience.isOver(), "slow to close");
    }

    @ParameterizedTest
    @EnumSource
    void shouldSurviveInEachCall(EachCall.Kind dived) throws Exception {
        kind = dived;
        Thread diver = new Thread(null, this::diveOften, "diver", STACK_BYTES);
        Thread other = new Thread(() -> noteFailure(this::answer), "other");
        diver.setDaemon(true);
        other.setDaemon(true);
        other.start();
        diver.start();
        other.join(TimeUnit.SECONDS.toMillis(60));
        assertEquals(null, failure);
        assertEquals(-1, answered, () -> "the other thread hangs after error " + errors);
        assertTrue(errors > DIVES, () -> "errors=" + errors);
    }

    private void diveOften() {
        noteFailure(
                () -> {
                    calls = new EachCall(engine, 1);
                    calls.check();
                    calls.make(kind);
                    dive();
                    for (int i = 0; i < WARM_UP; i++) {
                        calls.make(kind);
                    }
                    dive();
                });
        asked = -1;
    }

    private void dive() {
        for (int i = 0; i < DIVES; i++) {
            levelsLeft = LEVELS;
            if (i % 2 == 0) {
                down();
            } else {
                downInLargeFrames(i, i, i, i, i);
            }
            calls.check();
        }
    }

    private void answer() {
        EachCall others = new EachCall(engine, 2);
        for (long turn = 0; turn >= 0; turn = asked) {
            if (turn == answered) {
                LockSupport.parkNanos(PAUSE_NS);
            } else {
                others.check();
                answered = turn;
            }
        }
        answered = -1;
    }

    private void noteFailure(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            failure = t;
        }
    }

    private void down() {
        try {
            down();
        } catch (StackOverflowError e) {
            // The bottom.
        }
        tryCall();
    }

    private long downInLargeFrames(long a, long b, long c, long d, long e) {
        long sum = 0;
        try {
            sum = downInLargeFrames(b, c, d, e, a + 1);
        } catch (StackOverflowError t) {
            // The bottom.
        }
        tryCall();
        return sum + a * b + c * d + e;
    }

    /** Without a call that is not in a {@code try}: there may be no stack for one. */
    private void tryCall() {
        if (levelsLeft <= 0) {
            return;
        }
        levelsLeft--;
        boolean isWhole = false;
        try {
            calls.make(kind);
            isWhole = true;
        } catch (StackOverflowError e) {
            // What this is about.
        }
        if (!isWhole) {
            errors++;
        }
        // What an error leaves behind stays: so it need not be looked for at once.
        if (!isWhole && (errors & ERRORS_PER_CHECK - 1) == 0) {
            asked++;
            while (answered != asked && failure == null) {
                // Without a call.
            }
        }
    }
}
