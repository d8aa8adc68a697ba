package io.strait.engine;

import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A probe that does what a test tells it to, one thing after the other: each waits until the writer
 * comes to its step, and only then does the next one count.
 */
final class ScriptedProbe implements WriterProbe {
    private final Queue<Deed> deeds = new ConcurrentLinkedQueue<>();

    @Override
    public void at(WriterStep step) {
        Deed next = deeds.peek();
        if (next != null && next.isDue(step)) {
            deeds.remove();
            next.action.run();
        }
    }

    /** Lets the writer pass a step. */
    ScriptedProbe pass(WriterStep step) {
        return run(step, () -> {});
    }

    /** Runs something on the writer thread. */
    ScriptedProbe run(WriterStep step, Runnable action) {
        deeds.add(new Deed(step, action));
        return this;
    }

    /** Makes the writer stand still until the test lets it go. */
    Stall stall(WriterStep step) {
        Stall stall = new Stall();
        run(step, stall::hold);
        return stall;
    }

    /** Makes the writer die. */
    ScriptedProbe fail(WriterStep step, Throwable fault) {
        return run(
                step,
                () -> {
                    if (fault instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) fault;
                });
    }

    private record Deed(WriterStep step, Runnable action) {
        boolean isDue(WriterStep at) {
            return step == at;
        }
    }
}
