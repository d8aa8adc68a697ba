package io.strait.engine.lane;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.api.WaitPreset;
import io.strait.engine.command.CallerWait;
import io.strait.engine.command.Completion;
import io.strait.engine.lifecycle.Lifecycle;
import org.junit.jupiter.api.Test;

/**
 * A completion is lent again only after it came back. Seen to fail when it is lent without looking.
 */
class BlockCompletionsTest {
    private static final long TIMEOUT_NS = 1_000_000_000;

    private final BlockCompletions completions =
            new BlockCompletions(
                    CallerWait.of(WaitPreset.BALANCED, new Lifecycle("test"), () -> false));

    @Test
    void shouldLendTheSameOneAgain() {
        Completion<Void> first = completions.borrow(TIMEOUT_NS);
        completions.giveBack(first);
        assertSame(first, completions.borrow(2 * TIMEOUT_NS));
    }

    @Test
    void shouldReplaceOneThatIsStillOut() {
        Completion<Void> kept = completions.borrow(TIMEOUT_NS);
        Completion<Void> second = completions.borrow(TIMEOUT_NS);
        assertNotSame(kept, second);
        completions.giveBack(kept);
        Completion<Void> third = completions.borrow(TIMEOUT_NS);
        assertNotSame(second, third);
        assertNotSame(kept, third);
        completions.giveBack(third);
        assertSame(third, completions.borrow(TIMEOUT_NS));
    }
}
