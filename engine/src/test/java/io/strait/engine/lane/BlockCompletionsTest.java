package io.strait.engine.lane;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.WaitPreset;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import io.strait.engine.lifecycle.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * A completion is lent again only after it came back, and to one borrower at a time. Seen to fail
 * when it is lent without looking, and when it is taken from its place by a load and a later store.
 */
class BlockCompletionsTest {
    private static final long TIMEOUT_NS = 1_000_000_000;
    private static final int HELD = 3;
    private static final int ROUNDS = 100_000;

    /** More than there are places for one home. */
    private static final int MANY = 10;

    private final BlockCompletions completions =
            new BlockCompletions(
                    CallerWait.of(WaitPreset.BALANCED, new Lifecycle("test"), () -> false));

    @Test
    void shouldLendTheSameOneAgain() {
        Completion<Void> first = completions.borrow(TIMEOUT_NS, 1);
        completions.giveBack(first);
        assertSame(first, completions.borrow(2 * TIMEOUT_NS, 2));
    }

    @Test
    void shouldReplaceOneThatIsStillOut() {
        Completion<Void> kept = completions.borrow(TIMEOUT_NS, 1);
        Completion<Void> second = completions.borrow(TIMEOUT_NS, 2);
        assertNotSame(kept, second);
        completions.giveBack(kept);
        Completion<Void> third = completions.borrow(TIMEOUT_NS, 3);
        assertSame(kept, third);
        assertNotSame(second, third);
        completions.giveBack(third);
        assertSame(third, completions.borrow(TIMEOUT_NS, 4));
    }

    /** Those that come back to full places are let go, and none is lent twice. */
    @Test
    void shouldLendEachOnceAfterManyCameBack() {
        List<Completion<Void>> lent = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            lent.add(completions.borrow(TIMEOUT_NS, i));
        }
        lent.forEach(completions::giveBack);
        Set<Completion<Void>> again = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < MANY; i++) {
            assertTrue(again.add(completions.borrow(TIMEOUT_NS, i)), "lent twice");
        }
        assertTrue(lent.stream().anyMatch(again::contains), "none came again");
    }

    /** Neighbours share places, so each holds more than one. */
    @Test
    void shouldLendToOneThreadAtATime() throws Exception {
        Set<Completion<Void>> out = ConcurrentHashMap.newKeySet();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> borrowOften(out, failure), "borrower-" + i));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertNull(failure.get());
    }

    private void borrowOften(Set<Completion<Void>> out, AtomicReference<Throwable> failure) {
        List<Completion<Void>> lent = new ArrayList<>();
        try {
            for (int i = 0; i < ROUNDS; i++) {
                for (int j = 0; j < HELD; j++) {
                    lent.add(completions.borrow(TIMEOUT_NS, i));
                    assertTrue(out.add(lent.get(j)), "lent to two at once");
                }
                out.removeAll(lent);
                lent.forEach(completions::giveBack);
                lent.clear();
            }
        } catch (Throwable e) {
            failure.set(e);
        }
    }
}
